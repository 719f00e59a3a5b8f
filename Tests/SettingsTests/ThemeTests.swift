import Foundation
import Settings
import Testing
import TextUI

/// The `themes` directory of this checkout, found from this file.
private let themes: String = {
    var directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while directory.path.count > 1 {
        directory.deleteLastPathComponent()
        if FileManager.default.fileExists(atPath: directory.path + "/themes/dark.toml") { break }
    }
    return directory.path + "/themes"
}()

@Suite struct ThemeTests {
    private static let coloured = ["dark", "light", "high-contrast", "colour-blind"]

    @Test(arguments: coloured)
    func `every word and line can be read on every ground, and no eye confuses two roles`(name: String) throws {
        let theme = try ThemeFile.theme(at: "\(themes)/\(name).toml")
        #expect(theme.name == name)
        #expect(ThemeAudit(theme).faults.isEmpty, "\(ThemeAudit(theme).faults.map(\.description))")
    }

    @Test func `sixteen colours can be read as xterm draws them, and only series repeat to some eyes`() throws {
        let theme = try ThemeFile.theme(at: themes + "/sixteen.toml")
        let series = Set((1...14).map { Role.series($0) })
        let faults = ThemeAudit(theme).faults.filter { fault in
            if case .alike(let one, let other, _, _) = fault {
                !series.contains(one) || !series.contains(other)
            } else {
                true
            }
        }
        #expect(faults.isEmpty, "\(faults.map(\.description))")
        #expect(theme.shown(at: .named) == theme)
    }

    @Test func `the theme without colours has none, and tells the score, states and evidence apart by weight`() throws {
        let theme = try ThemeFile.theme(at: themes + "/mono.toml")
        for role in Role.allCases {
            let look = theme.appearance(of: Style(role))
            #expect(look.foreground == .terminalDefault && look.ground == .terminalDefault, "\(role)")
        }
        let apart: [[Role]] = [
            [.score1, .score2, .score3, .score4, .score5], [.done, .warning, .stale, .danger, .claimed, .fresh],
            [.match, .slot, .found, .hostile],
        ]
        for family in apart {
            #expect(Set(family.map { theme.appearance(of: Style($0)).attributes }).count == family.count, "\(family)")
        }
    }

    @Test func `high contrast means seven to one`() throws {
        let theme = try ThemeFile.theme(at: themes + "/high-contrast.toml")
        for role in ThemeAudit.words where ![Role.hostile, .match, .found].contains(role) {
            for ground: Role in [.screen, .selection, .bar, .panel, .input] {
                let look = theme.appearance(of: Style(role, on: ground))
                #expect(try #require(Colour.contrast(look.foreground, look.ground)) >= 7, "\(role) on \(ground)")
            }
        }
    }

    @Test func `an audit names a role that is too faint and two that a colour-blind eye confuses`() throws {
        let theme = try ThemeFile.theme(
            from: """
                [roles]
                text = "#cccccc"
                faint = "#333333"
                screen = { ground = "#000000" }
                done = "#8f8a00"
                danger = "#b07a00"
                """, file: "mine.toml")
        let faults = ThemeAudit(theme).faults
        #expect(faults.contains { if case .faint(.faint, .screen, _, 4.5) = $0 { true } else { false } })
        #expect(faults.contains { if case .alike(.done, .danger, _, _) = $0 { true } else { false } })
    }

    @Test(arguments: coloured)
    func `every role has a look of its own file, and grounds stay apart with 256 colours`(name: String) throws {
        let theme = try ThemeFile.theme(at: "\(themes)/\(name).toml")
        for role in Role.allCases { #expect(theme[role] != Theme.Look(), "\(role)") }
        let grounds: [Role] = [.screen, .selection, .brush]
        #expect(Set(grounds.map { theme.appearance(of: Style(.text, on: $0)).ground.indexed }).count == 3)
        #expect(theme[.bar].ground?.indexed != theme[.screen].ground?.indexed)
        #expect(theme[.panel].ground?.indexed != theme[.screen].ground?.indexed)
    }

    @Test(arguments: [
        ("[roles]\ntext = \"blu\"", "mine.toml:2: \"text\" wants the colour \"blu\", which does not exist."),
        ("[roles]\n\ntxt = \"red\"", "mine.toml:3: there is no role \"txt\"."),
        ("[palette]\na = \"#12\"\n[roles]", "mine.toml:2: \"a\" of the palette is no colour."),
        ("[roles]\nseries = [\"red\"]", "mine.toml:2: \"series\" has 1 entries and needs 14."),
        ("[roles]\ntext = { fg = \"red\", blink = true }", "mine.toml:2: \"text\" has \"blink\", which says nothing."),
        ("colors = 1\n[roles]", "mine.toml:1: a theme has no \"colors\"."),
        ("name = \"x\"", "mine.toml: there is no [roles] table."),
        ("[roles\n", "mine.toml:1: this is not TOML:"),
    ])
    func `a mistake is named with file, line and what to do`(text: String, complaint: String) throws {
        let problem = try #require(throws: SettingsProblem.self) { try ThemeFile.theme(from: text, file: "mine.toml") }
        #expect(problem.description.hasPrefix(complaint), "\(problem)")
        #expect(!problem.advice.isEmpty)
    }

    @Test func `looks are read with their attributes`() throws {
        let theme = try ThemeFile.theme(
            from:
                "[palette]\nsea = \"#102030\"\n[roles]\nbrush-edge = { fg = \"sea\", ground = \"bright-red\", bold = true, dim = false }",
            file: "themes/mine.toml")
        #expect(theme.name == "mine")
        #expect(
            theme[.brushEdge]
                == Theme.Look(
                    foreground: .exact(red: 16, green: 32, blue: 48), ground: .named(.brightRed), attributes: .bold))
    }

    @Test func `themes are found in order, and without any the terminal's colours serve`() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let own = root + "/config/stillwatch/themes"
        let beside = root + "/opt/share/stillwatch/themes"
        for (directory, colour) in [(own, "red"), (beside, "blue")] {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let text = "[roles]\ntext = \"\(colour)\"\n"
            try text.write(toFile: directory + "/dark.toml", atomically: true, encoding: .utf8)
        }
        let environment = ["XDG_CONFIG_HOME": root + "/config"]
        let search = ThemeSearch(environment: environment, executable: root + "/opt/bin/stillwatch")
        #expect(try search.theme(nil)[.text].foreground == .named(.red))
        #expect(try search.theme(beside + "/dark.toml")[.text].foreground == .named(.blue))
        #expect(search.names.contains("dark") && search.names.contains("terminal"))
        #expect(try ThemeSearch(directories: [beside]).theme("dark")[.text].foreground == .named(.blue))
        #expect(try ThemeSearch(directories: []).theme(nil) == .terminal)
        #expect(try search.theme("terminal") == .terminal)
        #expect(throws: SettingsProblem.self) { try search.theme("absent") }
    }

    @Test func `a checkout's themes are found from a build directory`() throws {
        let program = (themes as NSString).deletingLastPathComponent + "/.build/debug/stillwatch"
        let search = ThemeSearch(environment: [:], executable: program)
        #expect(search.directories.contains(themes))
        #expect(try search.theme("light").name == "light")
    }
}
