import ArgumentParser
import Console
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation
import Settings
import TextUI

/// What the program is started in: the environment, the configuration, the clock.
struct Surroundings: Sendable {
    let environment: [String: String]
    let configuration: Configuration

    /// Reads `config.toml`, and says on standard error what in it means nothing.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
        self.environment = environment
        let reading = try Configuration.read(environment: environment)
        configuration = reading.configuration
        for warning in reading.warnings { Output.say("stillwatch: \(warning.description)") }
    }

    /// What now is.
    @Sendable static func clock() -> Instant {
        Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000))
    }

    /// The zone that `config.toml` wants times shown in; UTC without its word.
    func zone() throws -> DisplayZone {
        do {
            return try DisplayZone(configuration.zone ?? "utc")
        } catch {
            throw Failure("config.toml, zone: \(error.sentence).", code: 2)
        }
    }

    var themes: ThemeSearch {
        ThemeSearch(environment: environment, executable: Bundle.main.executableURL?.resolvingSymlinksInPath().path)
    }

    /// A variable, if it says anything.
    func variable(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// A flag of the command line; the word Flag belongs to the investigation.
typealias Switch = ArgumentParser.Flag

/// The options that say what is shown and how.
///
/// The program and `screen` share them as a group: an option that both spelled by themselves would go to the program alone.
struct LookArguments: ParsableArguments {
    @Option(help: "A view's state string, such as 'view:timeline id:acct-7f3a91c2'.")
    var open: String?
    @Option(help: "The name of a theme, or a path to one.")
    var theme: String?
    @Switch(help: "Draws ASCII only.")
    var ascii = false

    /// The theme to draw with.
    func theme(in surroundings: Surroundings) throws -> Theme {
        try surroundings.themes.theme(theme ?? surroundings.configuration.theme)
    }
}

/// The options that name the cache and the analyst.
struct CacheArguments: ParsableArguments {
    @Option(help: "The evidence cache; else STILLWATCH_CACHE, config.toml, $XDG_STATE_HOME/stillwatch/cache.sqlite.")
    var cache: String?
    @Option(help: "Whose decisions these are; else STILLWATCH_ANALYST, config.toml, the login name.")
    var analyst: String?

    /// Where the cache is.
    func path(in surroundings: Surroundings) throws -> String {
        if let path = cache ?? surroundings.variable("STILLWATCH_CACHE") ?? surroundings.configuration.cache {
            return NSString(string: path).expandingTildeInPath
        }
        guard let home = SettingsPlace.state(surroundings.environment) else {
            throw Failure("There is no home to keep the cache in; name one with --cache PATH.", code: 2)
        }
        return home + "/cache.sqlite"
    }

    /// Whose console it is.
    func analyst(in surroundings: Surroundings) -> UntrustedText {
        let named = analyst ?? surroundings.variable("STILLWATCH_ANALYST") ?? surroundings.configuration.analyst
        return UntrustedText(named ?? NSUserName())
    }

    /// Opens a cache that is there; one that may only be read is opened for reading.
    func open(in surroundings: Surroundings) throws -> EvidenceCache {
        let path = try path(in: surroundings)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(
                "There is no cache at \(path). Fill one with: stillwatch sync --detector URL --token-file FILE", code: 2
            )
        }
        return try EvidenceCache.open(at: path, readsOnly: !FileManager.default.isWritableFile(atPath: path))
    }

    /// Opens the cache, and makes it where there is none.
    func openOrMake(in surroundings: Surroundings) throws -> EvidenceCache {
        try EvidenceCache.open(at: try path(in: surroundings))
    }

    /// The eyes that questions are asked with.
    func viewer(in surroundings: Surroundings) -> Viewer {
        Viewer(analyst: analyst(in: surroundings), now: Surroundings.clock())
    }
}
