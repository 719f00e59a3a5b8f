import Console
import Settings
import TextUI

extension KeyTable {
    /// The table with the keys that `config.toml` gives.
    func remapped(by configuration: Configuration) throws -> KeyTable {
        let bindings = configuration.keys.sorted { $0.key < $1.key }.map { (action: $0.key, chords: $0.value) }
        return try remapped(bindings)
    }
}
