// What the fields of the site and of a page hold.

extension SiteField {
  var note: FieldNote {
    switch self {
    case .title: .text("its title", "Jobs at Lodemar")
    case .description: .text("for search engines", "Work with us.").orNone
    case .url: .text("its address without a slash at the end", "https://jobs.lodemar.example")
    case .csp:
      .text("the content security policy for `<meta http-equiv>`", "default-src 'none'; …").orNone
    case .language: .text("its own language, BCP 47", "en")
    case .languages: .thing("all of them, the page's too; empty for a site with one")
    case .organization: .thing("the employer")
    case .menu: .thing("from `site.yml`, then pages with `menu: main`")
    case .footer: .thing("from `site.yml`, then pages with `menu: footer`")
    case .social: .thing("profiles of the employer")
    case .feeds: .thing("what readers can subscribe to")
    case .params: .map("`params` of `site.yml` as it stands", "{tagline: Come and see}")
    case .year: .number("of the day of the build", "2026")
    case .date: .text("the day of the build, ISO 8601", "2026-11-23")
    case .jobCount: .number("open jobs in the page's language", "19")
    case .calendarURL:
      .text("the path of the calendar of last days to apply", "/closing.ics").orNone
    case .icons: .thing("those of `site.yml`, for links in the head")
    case .manifest: .text("the address of the web manifest", "/manifest.webmanifest").orNone
    case .origin:
      .text(
        "its host: in front of a path such as `job.image.src` it makes an absolute address",
        "https://jobs.lodemar.example"
      )
    case .timeZone: .text("the zone in which its days begin and end", "Europe/Lisbon")
    }
  }
}

extension ThemeField {
  var note: FieldNote {
    switch self {
    case .name: .text("its name", "default")
    case .version: .text("of its `theme.yml`", "1.0").orNone
    case .params: .map("its `params` with the site's values over them", "{card_tags: 4}")
    case .tokens:
      .map("its `tokens` with the brand over them; assets as addresses", "{accent: \"#0b5fff\"}")
    case .dark: .map("its `tokens` in the dark scheme", "{accent: \"#8fb8ff\"}")
    case .fontURL: .text("the font file that pages load", "/assets/body.woff2").orNone
    }
  }
}

extension OrganizationField {
  var note: FieldNote {
    switch self {
    case .name: .text("its name", "Lodemar")
    case .url: .text("its own site", "https://lodemar.example").orNone
    case .logo: .text("the address of its logo", "/assets/logo.svg").orNone
    case .email: .text("its e-mail address", "jobs@lodemar.example").orNone
    case .sameAs: .texts("pages elsewhere that are about it")
    case .size: .number("how many people work there", "388").orNone
    case .address: .thing("its seat").orNone
    }
  }
}

extension LinkField {
  var note: FieldNote {
    switch self {
    case .text: .text("in the page's language", "All jobs")
    case .url: .text("where it leads", "/jobs/")
    case .current: .boolean("whether it leads to this page")
    }
  }
}

extension LanguageField {
  var note: FieldNote {
    switch self {
    case .code: .text("BCP 47", "de")
    case .name: .text("in that language itself", "Deutsch")
    case .url: .text("its home page", "/de/")
    case .pageURL: .text("the page in it, else its home page", "/de/jobs/")
    case .current: .boolean("whether the page is in it")
    }
  }
}

extension SocialProfileField {
  var note: FieldNote {
    switch self {
    case .name: .text("of the network", "Mastodon")
    case .url: .text("of the profile", "https://social.example/@lodemar")
    }
  }
}

extension FeedField {
  var note: FieldNote {
    switch self {
    case .title: .text("in the page's language", "Open jobs at Lodemar")
    case .type: .text("its media type", "application/feed+json")
    case .url: .text("its address", "/feed.json")
    }
  }
}

extension IconField {
  var note: FieldNote {
    switch self {
    case .rel: .text("icon or apple-touch-icon", "icon")
    case .url: .text("its address", "/assets/icon.3f9a1c20.svg")
    case .type: .text("its media type", "image/svg+xml")
    case .sizes: .text("its sizes; any for a drawing", "32x32")
    }
  }
}

extension PageField {
  var note: FieldNote {
    switch self {
    case .kind: .text("home, list, group, job, page, not-found or redirect", "job")
    case .route: .text("its path without the base path", "/jobs/welder/")
    case .url:
      .text(
        "its absolute address; of a redirect, that of its target",
        "https://jobs.lodemar.example/jobs/welder/"
      )
    case .language: .text("BCP 47", "en")
    case .direction: .text("ltr or rtl", "ltr")
    case .title: .text("its title", "Welder")
    case .description: .text("for search engines", "Weld the frames of buoys …").orNone
    case .noindex: .boolean("whether search engines should leave it out")
    case .alternates: .thing("all its versions, this one too; empty for one")
    case .feeds: .thing("what readers of this page can subscribe to; of a group, its own feeds")
    case .content: .html("of a content page, or of one that introduces a list", "<p>…</p>").orNone
    case .redirect: .text("where a redirect leads", "/jobs/welder/").orNone
    case .custom: .map("`custom` of such a page; empty elsewhere", "{hero: true}")
    case .structuredData:
      .json("for search engines: the employer on the home page, the way to open jobs and groups")
        .orNone
    }
  }
}

extension AlternateField {
  var note: FieldNote {
    switch self {
    case .language: .text("BCP 47", "de")
    case .name: .text("of the language, in itself", "Deutsch")
    case .url: .text("the absolute address", "https://jobs.lodemar.example/de/")
    case .path: .text("the path", "/de/")
    case .current: .boolean("whether it is this page")
    }
  }
}

extension GroupsField {
  var note: FieldNote {
    switch self {
    case .departments: .thing("those with open jobs, sorted by `key`")
    case .locations, .levels, .tags, .employmentTypes: .thing("likewise")
    }
  }
}

extension GroupField {
  var note: FieldNote {
    switch self {
    case .kind: .text("department, location, level, employment-type or tag", "location")
    case .key: .text("the last part of its address", "porto-pt")
    case .name: .text("in the page's language where it is one of a closed list", "Porto")
    case .url: .text("its list; `none` where there is none", "/locations/porto-pt/").orNone
    case .count: .number("open jobs", "2")
    case .description: .text("from `site.yml`", "By the sea.").orNone
    case .parent: .thing("the parent of a department, if that has open jobs").orNone
    }
  }
}

extension PaginationField {
  var note: FieldNote {
    switch self {
    case .page: .number("this page, from 1", "1")
    case .pages: .number("all of them", "3")
    case .total: .number("jobs on all pages", "57")
    case .perPage: .number("jobs on one page at most", "20")
    case .previousURL: .text("the page before", "/jobs/").orNone
    case .nextURL: .text("the page behind", "/jobs/page/3/").orNone
    case .items: .thing("the first page, the last, this one, and two on each side of it")
    }
  }
}

extension PaginationItemField {
  var note: FieldNote {
    switch self {
    case .number: .number("of the page", "2")
    case .url: .text("of the page", "/jobs/page/2/")
    case .current: .boolean("whether it is this page")
    }
  }
}
