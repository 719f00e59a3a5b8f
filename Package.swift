// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: no warning is tolerated, and an import is visible only where it is written.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// A module of the program. Its dependencies are the arrows of docs/architecture.md, and nothing else may be imported.
func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = [],
    linker: [LinkerSetting] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, exclude: exclude, resources: resources,
        swiftSettings: strict + settings, linkerSettings: linker)
}

/// A program. Both are named after their commands.
func program(_ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// The tests of one module, which may use what that module uses.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        exclude: name == "Console" ? ["Snapshots"] : [], swiftSettings: strict)
}

// The libraries, by the names their products have.
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "stillwatch",
    products: [
        .executable(name: "stillwatch", targets: ["StillwatchCommand"]),
        .executable(name: "stillwatch-detector", targets: ["DetectorCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-protobuf", exact: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Values: pure, no input or output.
        module("HostileText"),
        module("Evidence", ["HostileText"]),
        module("Detection", ["Evidence", "HostileText", heap]),
        module("Simulation", ["Evidence", "HostileText"]),
        module("Feed", ["Evidence", "HostileText"]),
        module("TextUI", ["HostileText"]),
        module("Digests", ["CZlib", crypto]),
        .systemLibrary(name: "CZlib"),

        // Edges: each owns exactly one outside thing.
        module("EvidenceCache", ["Evidence", "HostileText", "Feed", "Digests", grdb, sqlite]),
        module(
            "Sync",
            [
                "Evidence", "HostileText", "Feed", "EvidenceCache", "Digests", asyncHTTPClient, logging, nioCore,
                nioFoundation, nioHTTP1, nioSSL,
            ]),
        module("CaseBundle", ["Evidence", "HostileText", "EvidenceCache", "Digests"]),
        module(
            "LogFormats", ["Evidence", "HostileText", "Digests", protobuf], exclude: ["OTLP/Generated/traces.proto"]),
        module("DetectorEngine", ["Evidence", "HostileText", "Detection", "Feed", "Digests", deque, grdb, logging]),
        module(
            "DetectorService",
            [
                "Evidence", "HostileText", "Feed", "LogFormats", "DetectorEngine", "Digests", deque,
                hummingbird, hummingbirdTLS, httpTypes, logging, nioCore, nioFoundation, nioSSL, lifecycle,
            ]),
        module("Settings", ["TextUI", toml]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CNcurses"),
        .target(name: "CTerminalRescue"),
        module(
            "Curses", ["HostileText", "TextUI", "CNcurses", "CTerminalRescue"],
            settings: [.defaultIsolation(MainActor.self)]),

        // Applications.
        module("Invocation", ["HostileText", argumentParser]),
        module(
            "Console",
            ["Evidence", "HostileText", "TextUI", "Feed", "EvidenceCache", "CaseBundle", "Digests"]),
        program(
            "StillwatchCommand",
            [
                "Invocation", "Console", "Curses", "TextUI", "Settings", "Evidence", "HostileText", "Feed",
                "EvidenceCache", "Sync",
                "CaseBundle", "CMalloc", argumentParser, logging,
            ]),
        program(
            "DetectorCommand",
            [
                "Invocation", "DetectorService", "DetectorEngine", "Detection", "LogFormats", "Simulation", "Evidence",
                "HostileText", "Digests", "Settings", argumentParser, logging, lifecycle,
            ]),

        // Tests.
        .target(
            name: "TestSupport", dependencies: ["Evidence", "Feed", "HostileText"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("HostileText"),
        tests("Evidence", ["HostileText"]),
        tests("Detection", ["Evidence", "HostileText", "Simulation"]),
        tests("Simulation", ["Evidence", "HostileText"]),
        tests("Feed", ["Evidence", "HostileText"]),
        tests("TextUI", ["HostileText"]),
        tests("Digests"),
        tests("EvidenceCache", ["Evidence", "HostileText", "Feed", "Digests", grdb]),
        tests("Sync", ["Evidence", "HostileText", "Feed", "EvidenceCache", "Digests"]),
        tests("CaseBundle", ["Evidence", "HostileText", "Feed", "EvidenceCache", "Digests"]),
        tests("LogFormats", ["Evidence", "HostileText", "Digests"]),
        tests("DetectorEngine", ["Evidence", "HostileText", "Detection", "Feed", "Digests", "Simulation", grdb]),
        tests(
            "DetectorService",
            [
                "Evidence", "HostileText", "Feed", "LogFormats", "Detection", "DetectorEngine", "Digests", "Simulation",
                asyncHTTPClient,
                logging, nioCore,
            ]),
        tests("Settings", ["TextUI"]),
        tests(
            "Console",
            ["Evidence", "HostileText", "TextUI", "Settings", "Feed", "EvidenceCache", "CaseBundle", "Digests"]),
        // Only `make bench` runs it.
        .executableTarget(
            name: "LeidenBenchmark", dependencies: ["Detection"], path: "Tests/Benchmarks/Leiden", swiftSettings: strict
        ),
        .testTarget(
            name: "EndToEndTests", dependencies: ["TestSupport", "StillwatchCommand", "DetectorCommand"],
            swiftSettings: strict),
    ]
)
