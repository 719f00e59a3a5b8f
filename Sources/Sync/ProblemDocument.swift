import Feed
import Foundation

/// What a detector says when it cannot answer (RFC 9457).
struct ProblemDocument: Decodable {
    private var title: String?
    private var detail: String?

    /// The words of an answer: at most 300 characters, of which none could move a terminal's cursor. None where there are none.
    static func words(of body: Data) -> String {
        do {
            let problem = try FeedDocument.decode(ProblemDocument.self, from: body)
            let words = [problem.title, problem.detail].compactMap { $0 }.joined(separator: " ")
            return String(
                words.unicodeScalars.filter { (0x20..<0x7f).contains($0.value) }.prefix(300).map(Character.init))
        } catch {
            return ""  // Whatever stands between us and the detector answered; its status says enough.
        }
    }
}
