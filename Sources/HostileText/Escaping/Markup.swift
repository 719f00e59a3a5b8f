/// Text of others in documents that somebody renders: every sign that the format could obey is spelt out.
public enum Markup {
    /// A text as HTML, in text and in quoted attributes: what could be markup as character references, what was hidden in a
    /// `<span class="hidden">` of its own.
    public static func html(_ text: SafeText) -> String {
        var output = ""
        var isHidden = false
        for piece in text.pieces {
            if piece.mark.isHostile != isHidden {
                output += isHidden ? "</span>" : "<span class=\"hidden\">"
                isHidden.toggle()
            }
            append(piece.scalar, to: &output)
            for mark in text.combining(of: piece) { append(mark, to: &output) }
        }
        return isHidden ? output + "</span>" : output
    }

    private static func append(_ scalar: Unicode.Scalar, to output: inout String) {
        switch scalar {
        case "&": output += "&amp;"
        case "<": output += "&lt;"
        case ">": output += "&gt;"
        case "\"": output += "&quot;"
        case "'": output += "&#39;"
        case "`": output += "&#96;"
        default: output.unicodeScalars.append(scalar)
        }
    }

    /// A text as Markdown in which nothing is markup, and which still reads well as plain text.
    ///
    /// References for what HTML reads, backslashes for what Markdown reads anywhere or at the start of a line, and spaces that
    /// would indent a block made firm.
    public static func markdown(_ text: SafeText) -> String {
        let scalars = Array(text.description.unicodeScalars)
        let start = scalars.firstIndex { $0 != " " } ?? scalars.count
        let afterNumber = scalars[start...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count
        var output = String(repeating: start > 1 ? "&nbsp;" : " ", count: start)
        for (place, scalar) in scalars.enumerated().dropFirst(start) {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "@": output += "&#64;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$": output += "\\"
            case "#", "-", "+", "=": if place == start { output += "\\" }
            case ".":
                if isListMark(scalars, place, start, afterNumber) || endsPrefix("www", scalars, place) {
                    output += "\\"
                }
            case ")": if isListMark(scalars, place, start, afterNumber) { output += "\\" }
            case ":": if scalars[(place + 1)...].starts(with: "//".unicodeScalars) { output += "\\" }
            default: break
            }
            if !"&<>@".unicodeScalars.contains(scalar) { output.unicodeScalars.append(scalar) }
        }
        return output
    }

    private static func isListMark(
        _ scalars: [Unicode.Scalar], _ place: Int, _ start: Int, _ afterNumber: Int
    ) -> Bool {
        place == afterNumber && place > start && (place + 1 == scalars.count || scalars[place + 1] == " ")
    }

    private static func endsPrefix(_ prefix: String, _ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        let before = scalars[max(0, place - prefix.count)..<place].map { String($0).lowercased() }.joined()
        return before == prefix
    }
}
