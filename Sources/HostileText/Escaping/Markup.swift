/// Text of a client in documents that somebody renders: every sign that the format could obey is spelt out.
public enum Markup {
    /// For HTML and XML, in text and in quoted attributes. Invisible characters become their marks.
    public static func html(_ text: UntrustedText) -> String {
        escaped(text.visible) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            case "`": "&#96;"
            default: nil
            }
        }
    }

    /// For Markdown (CommonMark), inside a line: every ASCII punctuation sign gets a backslash, and HTML its entities.
    ///
    /// Line breaks become spaces, so that the text can begin no heading, list or table row.
    public static func markdown(_ text: UntrustedText) -> String {
        escaped(text.visible) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\n": " "
            // A dot or colon is safe alone, but makes a link of an address; an at sign one of a mailbox.
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "-", "!", "|", "~", "=", "$", ":", "@",
                ".":
                "\\" + String(Character(scalar))
            default: nil
            }
        }
    }

    /// For Markdown, as a fenced block with its line breaks: the fence is longer than any run of backticks in the text.
    public static func markdownBlock(_ text: UntrustedText) -> String {
        let visible = text.visible
        var longest = 2
        var run = 0
        for scalar in visible.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)text\n\(visible)\(visible.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }

    private static func escaped(_ text: String, _ spelling: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let spelt = spelling(scalar) { result += spelt } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
