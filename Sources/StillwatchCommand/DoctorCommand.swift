import ArgumentParser
import CaseBundle
import Evidence
import EvidenceCache
import Foundation
import HostileText
import Invocation
import Settings
import TextUI

/// What this terminal and this place can do.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Says what this terminal can do, and where things are looked for.",
        discussion: """
            Example:
              stillwatch doctor --json
            """)

    @Switch(help: "One object.")
    var json = false
    @OptionGroup var who: CacheArguments

    func run() async throws {
        let surroundings = try Surroundings()
        let findings = terminal(surroundings) + (try place(surroundings))
        if json {
            let listing = Listing(columns: findings.map(\.name), rows: [findings.map(\.value)])
            for line in listing.objects { Output.print(line) }
            return
        }
        for finding in findings {
            let space = String(repeating: " ", count: max(1, 14 - finding.name.count))
            let note = finding.note.isEmpty ? "" : "   \(finding.note)"
            Output.print(finding.name + space + finding.value.plain + note)
        }
    }

    /// Something found, and what follows from it.
    struct Finding {
        var name: String
        var value: Value
        var note = ""
    }

    private func terminal(_ surroundings: Surroundings) -> [Finding] {
        let term = surroundings.variable("TERM") ?? ""
        let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let isSimple = ["", "dumb", "unknown"].contains(term)
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { surroundings.variable($0) }.first ?? ""
        let isUnicode = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
        var size = winsize()
        let isSized = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isMultiplexed = surroundings.variable("TMUX") != nil || term.hasPrefix("screen") || term.hasPrefix("tmux")
        return [
            Finding(
                name: "console", value: .flag(isTerminal && !isSimple),
                note: isTerminal && !isSimple ? "" : "use stillwatch screen VIEW, which needs no terminal"),
            Finding(name: "terminal", value: .flag(isTerminal)),
            Finding(name: "term", value: Value(term), note: isSimple ? "it cannot place a cursor" : ""),
            Finding(
                name: "size", value: isSized ? Value("\(size.ws_col)x\(size.ws_row)") : .none,
                note: isSized && (size.ws_col < 80 || size.ws_row < 24)
                    ? "80x24 is the least that shows everything" : ""),
            Finding(
                name: "unicode", value: .flag(isUnicode),
                note: isUnicode ? "" : "set LANG to a locale of UTF-8, such as C.UTF-8; until then ASCII is drawn"),
            Finding(name: "colours", value: Value(colours(term, surroundings))),
            Finding(
                name: "multiplexer", value: .flag(isMultiplexed),
                note: isMultiplexed ? "copying needs: set -g set-clipboard on" : ""),
        ]
    }

    private func colours(_ term: String, _ surroundings: Surroundings) -> String {
        if surroundings.variable("NO_COLOR") != nil { return "none (NO_COLOR)" }
        if ["truecolor", "24bit"].contains(surroundings.variable("COLORTERM") ?? "") || term.hasSuffix("-direct") {
            return "exact"
        }
        if term.contains("256color") { return "256" }
        return term.hasPrefix("vt") || term.isEmpty || term == "dumb" ? "none" : "16"
    }

    private func place(_ surroundings: Surroundings) throws -> [Finding] {
        let path = try who.path(in: surroundings)
        let isThere = FileManager.default.fileExists(atPath: path)
        // What is missing or cannot be read is a finding here, not a failure.
        let hasSigner = (try? SSHKeygen.find(in: surroundings.variable("PATH") ?? "")) != nil
        let theme = try? surroundings.themes.theme(surroundings.configuration.theme)
        return [
            Finding(
                name: "theme", value: theme.map { Value($0.name) } ?? .none,
                note: "of \(surroundings.themes.names.joined(separator: ", "))"),
            Finding(name: "cache", value: Value(path), note: isThere ? "" : "not there yet; stillwatch sync makes it"),
            Finding(name: "analyst", value: .text(who.analyst(in: surroundings))),
            Finding(name: "detector", value: surroundings.configuration.detector.map { Value($0) } ?? .none),
            Finding(
                name: "signing", value: .flag(hasSigner),
                note: hasSigner ? "" : "bundles stay unsigned without ssh-keygen of OpenSSH 8.2 or later"),
        ]
    }
}

extension Value {
    /// The value for people.
    fileprivate var plain: String {
        switch self {
        case .text(let text): Output.safe(text)
        case .integer(let number): Count.text(Int(number))
        case .number(let number): Count.decimal(number, 2)
        case .flag(let isOn): isOn ? "yes" : "no"
        case .list(let words): Output.safe(UntrustedText(words.joined(separator: ", ")))
        case .none: "none"
        }
    }
}
