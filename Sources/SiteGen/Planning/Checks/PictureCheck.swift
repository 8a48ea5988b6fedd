import SourceText

/// Looks for pictures in postings and pages that the site doesn't have.
struct PictureCheck {
  private let plan: SitePlan
  private let assets: [Asset]
  private let files: Set<String>
  private var faults: [Diagnostic] = []

  /// - Returns: `body/missing-picture`.
  static func faults(in plan: SitePlan, _ assets: [Asset]) -> [Diagnostic] {
    guard plan.site.checks.isOn(.missingPicture) else { return [] }
    let pictures = SitePictures(plan)
    guard !pictures.isEmpty else { return [] }
    let files = Set(plan.outputs.map(\.route.file))
    var check = PictureCheck(plan: plan, assets: assets, files: files)
    for picture in pictures.all where !files.contains(String(picture.target.dropFirst())) {
      check.report(picture)
    }
    return check.faults
  }

  private mutating func report(_ picture: SitePictures.Picture) {
    let name = String(picture.target.dropFirst())
    let nearest = nearestName(to: name, in: assets.lazy.map(\.name))
    let fault = plan.site.checks.fault(
      .missingPicture,
      "the site has no picture '\(picture.target)'",
      path: picture.path,
      range: picture.range,
      hint: nearest.map { "did you mean '/\($0)'?" }
        ?? "put the file into the folder of site.yml, as assets/\(name)"
    )
    if let fault { faults.append(fault) }
  }
}

/// The pictures of postings and pages that are published, where they are on the site itself.
struct SitePictures {
  struct Picture {
    /// The path on the site.
    var target: String
    var path: String
    var range: SourceRange
  }

  private(set) var all: [Picture] = []

  var isEmpty: Bool { all.isEmpty }

  init(_ plan: SitePlan) {
    for job in plan.postings.indices where plan.states[job].hasPage {
      let posting = plan.postings[job]
      guard !posting.value.body.images.isEmpty else { continue }
      add(posting.value.body.images, on: plan.route(ofJob: job), posting.value.path)
    }
    for page in plan.pages where !page.body.images.isEmpty {
      add(page.body.images, on: plan.route(of: page), page.path)
    }
  }

  private mutating func add(_ images: [Located<String>], on route: Route, _ path: String) {
    for image in images {
      guard let target = SiteTarget(image.value, from: route.path).path else { continue }
      all.append(Picture(target: target, path: path, range: image.range))
    }
  }
}

extension Planner {
  /// The assets that texts name by their paths: `assets/images/yard.jpg` as `/images/yard.jpg`.
  ///
  /// Templates know the names with a fingerprint, authors don't.
  func pictures(_ plan: SitePlan, taken: [PlannedOutput]) -> [PlannedOutput] {
    let wanted = SitePictures(plan)
    guard !wanted.isEmpty else { return [] }
    var numbers: [String: Int] = [:]
    for (index, asset) in assets.enumerated() { numbers[asset.name] = index }
    var files = Set(taken.map(\.route.file))
    return wanted.all.compactMap { picture in
      let name = String(picture.target.dropFirst())
      guard let asset = numbers[name], files.insert(name).inserted else { return nil }
      return PlannedOutput(
        Route(.file(name)),
        .asset(asset),
        origin: .init("the picture \(name)", path: assets[asset].path)
      )
    }
  }
}
