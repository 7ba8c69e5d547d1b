// What a server should send along: in the form that Netlify and Cloudflare Pages read, `_headers`.

import { createHash } from "node:crypto";

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/**
 * A Content-Security-Policy for our own pages.
 *
 * @param {string[]} styles that stand in them
 */
export const policy = (styles) =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' ${styles.map(hash).join(" ")}`,
    // Data of one's own may be anywhere.
    "connect-src 'self' https:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

/**
 * The file.
 *
 * @param {string[]} styles that stand in the pages
 * @param {string[]} pages their names
 */
export const headers = (
  styles,
  pages,
) => `# Pages of others, and frames in a sandbox, may read these files: nothing here is secret.
/*
  Access-Control-Allow-Origin: *
  X-Content-Type-Options: nosniff
${["", ...pages].map((page) => `/${page}\n  Content-Security-Policy: ${policy(styles)}`).join("\n")}
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/v/*
  Cache-Control: public, max-age=31536000, immutable
`;
