//! How Cambodia's provinces are also written in Latin letters: older French and newer official
//! transcriptions, and what maps and newspapers use. Compared without case, accents and spaces.

/// A province's code with its other spellings.
pub(in crate::load::read::lenient) const SPELLINGS: [(&str, &[&str]); 25] = [
    (
        "KH01",
        &["Banteay Mean Chey", "Bantey Meanchey", "Bântéay Méanchey", "Banteay Meancheay", "BMC"],
    ),
    ("KH02", &["Batdambang", "Bat Dambang", "Battambong", "Batdâmbâng", "Bătdâmbâng"]),
    ("KH03", &["Kompong Cham", "Kâmpóng Cham", "Kampongcham"]),
    ("KH04", &["Kompong Chhnang", "Kâmpóng Chhnang", "Kampong Chnang", "Kampong Chhang"]),
    ("KH05", &["Kompong Speu", "Kâmpóng Spœ", "Kampong Spoe", "Kampong Spueu"]),
    ("KH06", &["Kompong Thom", "Kâmpóng Thum", "Kampong Thum"]),
    ("KH07", &["Kâmpôt", "Kampott"]),
    ("KH08", &["Kândal", "Kandaal", "Kandal Province"]),
    ("KH09", &["Kaoh Kong", "Kah Kong", "Kaôh Kŏng"]),
    ("KH10", &["Kracheh", "Krâchéh", "Kracheah", "Kratié", "Kratie"]),
    ("KH11", &["Mondul Kiri", "Mondolkiri", "Mondol Kiri", "Môndól Kiri", "Mundulkiri"]),
    ("KH12", &["Phnum Penh", "Phnom Pénh", "Phnum Pénh", "Pnom Penh", "PP"]),
    ("KH13", &["Preah Vihea", "Preăh Vihéar", "Preahvihear", "Prear Vihear"]),
    ("KH14", &["Prey Veaeng", "Prey Vêng", "Prey Vaeng"]),
    ("KH15", &["Pouthisat", "Poŭthĭsăt", "Pursat", "Pothisat", "Posat"]),
    (
        "KH16",
        &[
            "Ratanak Kiri",
            "Rattanakiri",
            "Ratanakkiri",
            "Rattanak Kiri",
            "Rôtânôkiri",
            "Rotanak Kiri",
            "Ratanak Kirri",
        ],
    ),
    ("KH17", &["Siem Reab", "Siemreab", "Siĕm Réab", "Siem Riep", "Siam Reap"]),
    (
        "KH18",
        &[
            "Sihanoukville",
            "Preah Sihanoukville",
            "Sihanouk Ville",
            "Sihanouk",
            "Kampong Som",
            "Kompong Som",
            "Kampong Saom",
            "Preăh Seihânŭ",
            "Preah Seihanu",
            "Preah Sihanuk",
            "Preah Sihanouk",
        ],
    ),
    ("KH19", &["Stoeng Treng", "Steung Treng", "Stœ̆ng Trêng", "Stueng Traeng", "Stung Traeng"]),
    ("KH20", &["Svay Rieng", "Svaay Rieng", "Svay Riĕng", "Svey Rieng"]),
    ("KH21", &["Takaev", "Takev", "Ta Keo", "Takêv"]),
    (
        "KH22",
        &[
            "Otdar Meanchey",
            "Otdar Mean Chey",
            "Oudar Meanchey",
            "Oddar Mean Chey",
            "Ŏtdâr Méan Cheăy",
            "Uddor Meanchey",
            "Odar Meanchey",
        ],
    ),
    ("KH23", &["Kaeb", "Keb", "Kêb"]),
    ("KH24", &["Pai Lin", "Paĭlĭn", "Krong Pailin"]),
    (
        "KH25",
        &[
            "Tbong Khmum",
            "Thbong Khmum",
            "Tbaung Khmum",
            "Tboung Khmom",
            "Tbong Khmom",
            "Tbuong Kmoum",
        ],
    ),
];

/// Words for what kind of place it is, before or behind its name. Folded as names are, and the
/// longer before those that they begin with.
pub(in crate::load::read::lenient) const TYPES: [&str; 20] = [
    "municipalityof",
    "municipality",
    "provinceof",
    "provincede",
    "province",
    "prov",
    "reachtheani",
    "khett",
    "khet",
    "khaet",
    "krong",
    "villede",
    "city",
    "capital",
    "tinh",
    "ខេត្ត",
    "រាជធានី",
    "ក្រុង",
    "省",
    "市",
];

/// Those that can be left out in any country.
pub(in crate::load::read::lenient) const PROVINCE: [&str; 6] =
    ["provinceof", "provincede", "province", "regionof", "stateof", "省"];
