import Evidence
import HostileText
import TextUI

/// A template as it is shown: what is fixed plain, slots in braces with some of their fillings.
struct TemplateText {
    let template: Template
    let charset: SafeText.Charset

    /// How many fillings of a slot are shown.
    private static let most = 8

    private func safe(_ text: UntrustedText, limit: Int) -> SafeText {
        SafeText(text, as: charset == .ascii ? .asciiLine : .line, limit: limit)
    }

    /// The template line by line; a blank line stands for several.
    var lines: [StyledText] {
        var lines: [StyledText] = [""]
        func append(_ text: UntrustedText, _ style: Style?, limit: Int) {
            for (index, line) in SafeText.lines(of: text, charset: charset, limit: limit).enumerated() {
                if index > 0 { lines.append("") }
                lines[lines.count - 1].append(line, style)
                if line.isClipped { lines[lines.count - 1].append("…", style) }
            }
        }
        for piece in template.pieces {
            switch piece {
            case .fixed(let fixed): append(fixed, nil, limit: 4_000)
            case .slot(let fillings):
                lines[lines.count - 1].append("{", .slot)
                if let first = fillings.first { append(first, .slot, limit: 60) }
                lines[lines.count - 1].append(fillings.isEmpty ? "…}" : "}", .slot)
            }
        }
        return lines.enumerated().filter { $0.offset == 0 || !$0.element.isEmpty || !lines[$0.offset - 1].isEmpty }
            .map(\.element)
    }

    /// What each slot is filled with, in order.
    var slots: [StyledText] {
        template.pieces.compactMap { piece in
            guard case .slot(let fillings) = piece else { return nil }
            let shown = fillings.prefix(Self.most).map { StyledText("{\(safe($0, limit: 40))}", .slot) }
            return shown.joined(separator: "  ")
                + StyledText(
                    fillings.count > Self.most ? "  \(Count.safe(Self.most, of: fillings.count)) known" : "", .muted)
        }
    }
}
