import Evidence
import Foundation
import HostileText
import Invocation

/// Gold items from a file: accounts of which the platform knows what they are.
struct GoldFile {
    /// Whether each account harvests. Labels that say neither are left out.
    private(set) var items: [AccountID: Bool] = [:]

    private struct Line: Decodable {
        var account: UntrustedText
        var label: Label
    }

    /// - Throws: ``Failure`` with exit code 2 where the file or a line cannot be read.
    init(_ path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("Cannot read \(path).", code: 2)
        }
        let decoder = JSONDecoder()
        for (place, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            do {
                let item = try decoder.decode(Line.self, from: Data(line))
                switch item.label {
                case .distillation, .mixed: items[AccountID(item.account)] = true
                case .benign, .researchEval: items[AccountID(item.account)] = false
                case .relay, .compromisedKey, .unsure: break
                }
            } catch {
                throw Failure(
                    #"\#(path), line \#(place + 1): a gold item is {"account":"…","label":"…"} with one of the seven labels."#,
                    code: 2)
            }
        }
    }
}
