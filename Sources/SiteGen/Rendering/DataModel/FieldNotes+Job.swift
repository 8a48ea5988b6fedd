// What the fields of a posting and its parts hold.

extension DataField {
  /// The note of a field that hands on what the author wrote: the row of the schema with its name.
  fileprivate func note<Model>(from schema: Schema<Model>) -> FieldNote {
    schema.row(named: name).map { FieldNote($0) } ?? .text("")
  }
}

extension JobField {
  var note: FieldNote {
    switch self {
    case .title, .team, .datePosted, .dateUpdated, .dateClosed, .techStack, .workHours, .duration,
      .travel, .clearance, .industry, .occupation, .openings, .visaSponsorship:
      note(from: .job)
    case .id: .text("the name of its file", "welder")
    case .language: .text("BCP 47", "en")
    case .url: .text("its path", "/jobs/welder/")
    case .absoluteURL: .text("its address", "https://jobs.lodemar.example/jobs/welder/")
    case .state: .text("open, closing-soon, paused or closed", "open")
    case .isOpen: .boolean("whether people can apply")
    case .company: .thing("who employs")
    case .department: .thing("where in the company").orNone
    case .workplace: .thing("on-site, hybrid or remote; its `url` is none")
    case .employmentTypes: .thing("full-time, part-time and so on")
    case .levels: .thing("junior, senior and so on")
    case .tags: .thing("free words")
    case .locations: .thing("where the work is done")
    case .locationText: .text("all places on one line", "Porto, Portugal · Faro, Portugal").orNone
    case .remote: .thing("from where; for remote jobs only").orNone
    case .posted: .text("the same in words of the page's language", "October 19, 2026")
    case .updated: .text("the same in words", "November 2, 2026").orNone
    case .validThrough: .text("the last day to apply", "2026-12-31").orNone
    case .closes: .text("the same in words", "December 31, 2026").orNone
    case .closed: .text("the same in words", "November 20, 2026").orNone
    case .daysLeft: .number("to its end, 0 on the last day; if it closes soon", "5").orNone
    case .salaryText: .text("the first salary in words", "€44,000 – €61,000 per year").orNone
    case .salaries: .thing("pay, by place where it differs")
    case .apply: .thing("how to apply; for open jobs only").orNone
    case .keywords: .thing("words to mention in an application").orNone
    case .experience: .thing("how much is asked for").orNone
    case .education: .thing("a degree; its `url` is none").orNone
    case .startDate: .text("in words", "January 11, 2027").orNone
    case .languages: .thing("languages that the work needs")
    case .benefits: .texts("keys of `site.yml` are replaced by their texts", "[Sauna by the sea]")
    case .interview: .thing("the steps, in order")
    case .summary: .text("the author's, or the first paragraph", "Weld the frames of buoys …")
    case .body: .html("the whole text")
    case .sections: .thing("the same, cut at its headings")
    case .image: .thing("a picture").orNone
    case .featured: .boolean("whether it stands first")
    case .custom: .thing("the fields that `site.yml` declares under `schema.custom`")
    case .customFacts: .thing("the same fields, those that the posting has")
    case .similar: .thing("at most four open jobs")
    case .translations: .thing("the other versions")
    case .structuredData: .json("a JobPosting of schema.org; for open jobs only").orNone
    case .calendarURL:
      .text("the path of its last day as a calendar", "/jobs/welder/closing.ics").orNone
    }
  }
}

extension CompanyField {
  var note: FieldNote {
    switch self {
    case .name: .text("its name", "Lodemar")
    case .url: .text("its own site", "https://lodemar.example").orNone
    }
  }
}

extension ChoiceField {
  var note: FieldNote {
    switch self {
    case .key: .text("as authors write it", "hybrid")
    case .name: .text("in the page's language", "Hybrid")
    case .url: .text("always none").orNone
    }
  }
}

extension PlaceField {
  var note: FieldNote {
    switch self {
    case .name, .city, .region, .street, .postalCode, .latitude, .longitude, .timeZone:
      note(from: .place)
    case .country: .text("ISO 3166-1 alpha-2", "PT").orNone
    case .countryName: .text("in the page's language", "Portugal").orNone
    case .flag: .text("as an emoji", "🇵🇹").orNone
    case .text: .text("all of it in short", "Porto, Portugal")
    case .url: .text("its list of open jobs", "/locations/porto-pt/").orNone
    }
  }
}

extension CountryField {
  var note: FieldNote {
    switch self {
    case .code: .text("ISO 3166-1 alpha-2", "PT")
    case .name: .text("in the page's language", "Portugal")
    case .flag: .text("as an emoji", "🇵🇹")
    }
  }
}

extension RemoteAreaField {
  var note: FieldNote {
    switch self {
    case .countries: .thing("where people may live")
    case .regions: .texts("likewise, in the author's words", "[Bavaria]")
    case .timeZones: .texts("that people should be near", "[Europe/Lisbon]")
    }
  }
}

extension SalaryField {
  var note: FieldNote {
    switch self {
    case .min, .max, .value, .currency, .per, .note: note(from: .salary)
    case .text: .text("in words of the page's language", "€44,000 – €61,000 per year")
    case .locations: .texts("where it holds; empty for everywhere", "[Porto, Portugal]")
    }
  }
}

extension ApplyField {
  var note: FieldNote {
    switch self {
    case .url, .email, .form, .instructions: note(from: .apply)
    case .kind: .text("url, form or email: the way that comes first").orNone
    case .subject: .text("for an e-mail: the title, and the id", "Welder (welder)")
    case .href:
      .text("what a button links to", "mailto:jobs@lodemar.example?subject=Welder%20(welder)")
        .orNone
    }
  }
}

extension KeywordsField {
  var note: FieldNote {
    switch self {
    case .hard, .soft: note(from: .keywords)
    }
  }
}

extension ImageField {
  var note: FieldNote {
    switch self {
    case .src, .alt: note(from: .image)
    }
  }
}

extension ExperienceField {
  var note: FieldNote {
    switch self {
    case .minMonths, .maxMonths: note(from: .experience)
    case .text: .text("in words of the page's language", "3–5 years")
    }
  }
}

extension SpokenLanguageField {
  var note: FieldNote {
    switch self {
    case .code, .level: note(from: .spokenLanguage)
    case .name: .text("in the page's language", "Portuguese")
    case .levelName: .text("in the page's language", "fluent").orNone
    }
  }
}

extension InterviewStepField {
  var note: FieldNote {
    switch self {
    case .name, .duration, .with: note(from: .interviewStep)
    }
  }
}

extension SectionField {
  var note: FieldNote {
    switch self {
    case .kind: .text("about, responsibilities, qualifications or benefits", "about").orNone
    case .title: .text("its heading; none before the first", "What you'll do").orNone
    case .id: .text("for links to it", "what-youll-do")
    case .html: .html("its text without the heading")
    }
  }
}

extension TranslationField {
  var note: FieldNote {
    switch self {
    case .language: .text("BCP 47", "de")
    case .name: .text("of the language, in itself", "Deutsch")
    case .url: .text("its path", "/de/jobs/welder/")
    case .title: .text("its title", "Schweißer")
    }
  }
}

extension CustomFactField {
  var note: FieldNote {
    switch self {
    case .key: .text("its name in `site.yml`", "shift")
    case .label: .text("what readers see", "Shift pattern")
    case .labelLanguage: .text("the language of that, for one that has a label", "en").orNone
    case .value: .text("the posting's", "Day")
    }
  }
}
