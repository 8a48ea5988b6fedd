// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Warnings stop the build in CI only, so that a newer toolchain never breaks a user's build.
let isContinuousIntegration = ProcessInfo.processInfo.environment["CI"] != nil

/// The settings of every Swift target.
let swiftSettings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (isContinuousIntegration ? [.treatAllWarnings(as: .error)] : [])

/// The settings of a target that wraps a C library: every unsafe expression is marked.
let wrapperSettings = swiftSettings + [.strictMemorySafety()]

let package = Package(
  name: "sitegen",
  products: [
    .executable(name: "sitegen", targets: ["SiteGenCLI"]),
    .executable(name: "template-cases", targets: ["TemplateCases"]),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]
    ),
    .systemLibrary(
      name: "CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CBrotli",
      pkgConfig: "libbrotlienc",
      providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]
    ),

    // What Swift can't say well.
    .target(name: "CShims"),

    // Modules, each importing only what stands above it.
    .target(name: "SourceText", swiftSettings: swiftSettings),
    .target(name: "YAML", dependencies: ["SourceText", "CYAML"], swiftSettings: wrapperSettings),
    .target(
      name: "Markdown",
      dependencies: ["SourceText", "CCMarkGFM", "CShims"],
      swiftSettings: wrapperSettings
    ),
    .target(name: "Hashing", dependencies: ["CCrypto"], swiftSettings: wrapperSettings),
    .target(
      name: "Compression",
      dependencies: ["SourceText", "CZlib", "CBrotli"],
      swiftSettings: wrapperSettings
    ),
    .target(name: "Templating", dependencies: ["SourceText"], swiftSettings: swiftSettings),
    .target(
      name: "SiteGen",
      dependencies: [
        "SourceText", "YAML", "Markdown", "Hashing", "Compression", "Templating", "CShims",
      ],
      swiftSettings: swiftSettings,
      // Plural rules: Foundation has no call for them, its ICU has.
      linkerSettings: [.linkedLibrary("_FoundationICU")]
    ),
    .executableTarget(
      name: "SiteGenCLI",
      dependencies: ["SiteGen", "SourceText", "CShims"],
      swiftSettings: swiftSettings
    ),

    // Tests.
    .executableTarget(
      name: "TemplateCases",
      dependencies: ["Templating", "SourceText"],
      swiftSettings: swiftSettings
    ),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "SourceTextTests",
      dependencies: ["SourceText", "TestSupport"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "YAMLTests",
      dependencies: ["YAML", "SourceText", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["Markdown", "SourceText", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "TemplatingTests",
      dependencies: ["TemplateCases", "Templating", "SourceText", "TestSupport"],
      exclude: ["Cases"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SiteGenTests",
      dependencies: [
        "SiteGen", "SourceText", "YAML", "Templating", "Hashing", "Compression", "TestSupport",
      ],
      exclude: ["BrokenPostings", "BrokenSites", "Golden", "Hosting/Golden"],
      swiftSettings: swiftSettings
    ),
    .testTarget(
      name: "SiteGenCLITests",
      dependencies: ["SiteGenCLI", "TestSupport"],
      exclude: ["Golden", "Scripts"],
      swiftSettings: swiftSettings
    ),
  ],
  cLanguageStandard: .c17
)
