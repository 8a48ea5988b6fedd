/// The names of the states and provinces that places carry as postal abbreviations.
///
/// Some readers want the name, some the abbreviation. Source: USPS Publication 28 and Canada Post.
enum RegionNames {
  /// The name of a region of the United States or Canada; for all else the region itself.
  static func name(of region: String, in country: String?) -> String {
    switch country {
    case "US": states[region] ?? region
    case "CA": provinces[region] ?? region
    default: region
    }
  }

  /// Whether a region is a postal abbreviation of the country.
  static func isCode(_ region: String, in country: String) -> Bool {
    switch country {
    case "US": states[region] != nil
    case "CA": provinces[region] != nil
    default: false
    }
  }

  private static let states = table(
    """
    AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|\
    DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|\
    IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|\
    MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|\
    NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|\
    OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|\
    SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|\
    WV West Virginia|WI Wisconsin|WY Wyoming
    """
  )

  private static let provinces = table(
    """
    AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|\
    NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|\
    QC Quebec|SK Saskatchewan|YT Yukon
    """
  )

  private static func table(_ text: String) -> [String: String] {
    let rows = text.split(separator: "|").map { row in
      (String(row.prefix(2)), String(row.dropFirst(3)))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }
}
