// Links to sheets of Google, Microsoft and Dropbox: they lead to a page that shows the sheet, and the
// file has an address of its own.

/**
 * @typedef {object} Sheet
 * @property {string} service whose it is
 * @property {string} address of the file
 * @property {string} question what to ask the editor: only what everybody may read can be fetched
 */

const GOOGLE =
  "Is the sheet shared with everyone? In Google Sheets: Share, General access, “Anyone with the link”.";
const DRIVE =
  "Is the file shared with everyone? In Google Drive: Share, General access, “Anyone with the link”.";
const MICROSOFT =
  "Is the file shared with everyone, and is it a CSV file? In Excel: File, Save a copy, “CSV UTF-8”; then Share, “Anyone with the link”. A workbook (.xlsx) is not read.";
const DROPBOX =
  "Is the file shared with everyone, and is it a CSV file? In Dropbox: Share, “Anyone with this link”.";

/**
 * What a link leads to, if it is one of those.
 *
 * @param {string} text
 * @returns {Sheet | undefined}
 */
export function sheetOf(text) {
  if (!URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  if (!/^https?:$/.test(url.protocol)) return undefined;
  url.protocol = "https:";
  const { hostname: host } = url;
  /** @param {string} service @param {string | undefined} address @param {string} question */
  const sheet = (service, address, question) => address && { service, address, question };
  const found =
    host === "docs.google.com"
      ? sheet("Google Sheets", ofGoogle(url), GOOGLE)
      : host === "drive.google.com"
        ? sheet("Google Drive", ofDrive(url), DRIVE)
        : host === "dropbox.com" || host.endsWith(".dropbox.com")
          ? sheet("Dropbox", ofDropbox(url), DROPBOX)
          : host === "1drv.ms" || host === "onedrive.live.com" || host.endsWith(".sharepoint.com")
            ? sheet("OneDrive", ofMicrosoft(url), MICROSOFT)
            : undefined;
  return found || undefined;
}

/**
 * One tab of a sheet as CSV: the one that the link opens, else the first.
 *
 * @param {URL} url
 */
function ofGoogle(url) {
  const [, published, id] =
    /\/spreadsheets\/(?:u\/\d+\/)?d\/(e\/)?([\w-]+)/.exec(url.pathname) ?? [];
  if (!id) return undefined;
  // What a query of the sheet answers is a table of its own.
  if (url.pathname.includes("/gviz/")) return url.href;
  const gid = url.searchParams.get("gid") ?? /\bgid=(\d+)/.exec(url.hash)?.[1];
  const key = url.searchParams.get("resourcekey");
  const file = published
    ? new URL(`https://docs.google.com/spreadsheets/d/e/${id}/pub?output=csv`)
    : new URL(`https://docs.google.com/spreadsheets/d/${id}/export?format=csv`);
  if (gid) file.searchParams.set("gid", gid);
  if (gid && published) file.searchParams.set("single", "true");
  if (key) file.searchParams.set("resourcekey", key);
  return file.href;
}

/** @param {URL} url */
function ofDrive(url) {
  const id =
    /\/file\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get("id");
  return id ? `https://drive.google.com/uc?export=download&id=${id}` : undefined;
}

/**
 * The host of its files lets other sites read them, and the one of its pages does not.
 *
 * @param {URL} url
 */
function ofDropbox(url) {
  if (!/^\/(s|scl\/fi)\//.test(url.pathname)) return undefined;
  url.hostname = "dl.dropboxusercontent.com";
  url.searchParams.delete("raw");
  url.searchParams.set("dl", "1");
  return url.href;
}

/** @param {URL} url */
function ofMicrosoft(url) {
  // A folder is no file.
  if (/\/:f:\//.test(url.pathname)) return undefined;
  if (/^\/(embed|view\.aspx|edit\.aspx|redir)/.test(url.pathname)) url.pathname = "/download";
  else url.searchParams.set("download", "1");
  for (const name of ["web", "action"]) url.searchParams.delete(name);
  return url.href;
}
