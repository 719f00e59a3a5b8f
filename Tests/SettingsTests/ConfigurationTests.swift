import Settings
import Testing

@Suite struct ConfigurationTests {
    @Test func `what is set is read, and keys with dots mean actions`() throws {
        let reading = try Configuration.read(
            """
            analyst = "analyst-1"
            theme = "light"
            cache = "/var/tmp/cache.sqlite"
            mouse = true
            clipboard = false

            [keys]
            flag.next = "n"
            "flag.previous" = ["p", "ctrl-p"]
            undo = "u"
            """, file: "config.toml")
        let read = reading.configuration
        #expect(reading.warnings.isEmpty)
        #expect(read.analyst == "analyst-1" && read.theme == "light" && read.cache == "/var/tmp/cache.sqlite")
        #expect(read.mouse && !read.clipboard && !read.ascii && read.detector == nil)
        #expect(read.keys == ["flag.next": ["n"], "flag.previous": ["p", "ctrl-p"], "undo": ["u"]])
    }

    @Test func `an unknown key is a warning that names the nearest`() throws {
        let reading = try Configuration.read("\nanalist = \"x\"\nfrobnicate = 1", file: "c.toml")
        #expect(
            reading.warnings.map(\.description) == [
                "c.toml:2: \"analist\" is not known and is ignored. Did you mean \"analyst\".",
                "c.toml:3: \"frobnicate\" is not known and is ignored. Known are analyst, ascii, cache, clipboard, detector, keys, mouse, theme, token_file, zone.",
            ])
    }

    @Test(arguments: [
        ("theme = 3", "c.toml:1: \"theme\" is no text."), ("mouse = \"yes\"", "c.toml:1: \"mouse\" is no switch."),
        ("keys = 1", "c.toml:1: \"keys\" is no table."), ("[keys]\nundo = 3", "c.toml:2: \"undo\" names no key."),
        ("a = ", "c.toml:1: this is not TOML"),
    ])
    func `a wrong value is refused with its line`(text: String, complaint: String) throws {
        let problem = try #require(throws: SettingsProblem.self) { try Configuration.read(text, file: "c.toml") }
        #expect(problem.description.hasPrefix(complaint), "\(problem)")
    }

    @Test func `places follow the XDG specification`() {
        #expect(SettingsPlace.configuration(["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/stillwatch")
        #expect(SettingsPlace.configuration(["XDG_CONFIG_HOME": "rel", "HOME": "/h"]) == "/h/.config/stillwatch")
        #expect(SettingsPlace.state(["HOME": "/h"]) == "/h/.local/state/stillwatch")
        #expect(SettingsPlace.data([:]) == nil)
    }
}
