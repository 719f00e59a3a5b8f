/// A name for a file, made of what a client wrote.
public enum FileName {
    /// Keeps ASCII letters, digits, `-` and `_`, and single dots inside; everything else becomes one `-`.
    ///
    /// Never empty, hidden, a path, a device name of Windows, or longer than the limit. Two texts may give one name: add
    /// something of your own that tells them apart.
    /// - Parameters:
    ///   - fallback: the name where nothing is left.
    ///   - limit: bytes.
    public static func safe(_ text: UntrustedText, fallback: StaticString = "unnamed", limit: Int = 80) -> String {
        var name = ""
        for scalar in text.verbatim.unicodeScalars {
            guard name.utf8.count < limit else { break }
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": name.unicodeScalars.append(scalar)
            case ".": if let last = name.last, last != ".", last != "-" { name += "." }
            default: if let last = name.last, last != "-", last != "." { name += "-" }
            }
        }
        while let last = name.last, last == "." || last == "-" { name.removeLast() }
        if name.isEmpty { return "\(fallback)" }
        let stem = name.prefix { $0 != "." }.uppercased()
        let isDevice =
            ["CON", "PRN", "AUX", "NUL"].contains(stem)
            || (stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber == true)
        return isDevice ? "_" + name : name
    }
}
