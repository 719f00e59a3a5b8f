/// Where this program keeps what a user sets.
public enum SettingsPlace {
    /// `$XDG_CONFIG_HOME/stillwatch`, or `~/.config/stillwatch`; `nil` where there is no home.
    public static func configuration(_ environment: [String: String]) -> String? {
        directory("XDG_CONFIG_HOME", "/.config", environment)
    }

    /// `$XDG_STATE_HOME/stillwatch`, or `~/.local/state/stillwatch`.
    public static func state(_ environment: [String: String]) -> String? {
        directory("XDG_STATE_HOME", "/.local/state", environment)
    }

    /// `$XDG_DATA_HOME/stillwatch`, or `~/.local/share/stillwatch`.
    public static func data(_ environment: [String: String]) -> String? {
        directory("XDG_DATA_HOME", "/.local/share", environment)
    }

    /// A relative path in the variable is ignored, as the XDG Base Directory Specification wants it.
    private static func directory(_ variable: String, _ fallback: String, _ environment: [String: String]) -> String? {
        if let path = environment[variable], path.hasPrefix("/") { return path + "/stillwatch" }
        return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + fallback + "/stillwatch" }
    }
}
