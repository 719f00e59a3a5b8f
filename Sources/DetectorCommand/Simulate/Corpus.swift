import Digests
import Evidence
import Foundation
import Invocation
import Simulation

/// Files that lend their texts or their arrival times to a simulated log.
enum Corpus {
    /// Reads texts: one JSON record a line with `source`, `kind` (`attack` or `benign`), `capability`, `prompt`, and
    /// `response`, `system` and `tools` where they exist. Gzip is recognised.
    static func texts(in path: String) throws -> [ExternalText] {
        let decoder = JSONDecoder()
        return try lines(of: path).enumerated().map { number, line in
            do {
                return try decoder.decode(Row.self, from: Data(line)).text
            } catch {
                throw Failure("Line \(number + 1) of \(path) is not a text of a corpus.", code: 2)
            }
        }
    }

    /// Reads arrivals: CSV of a time, tokens in and tokens out, with a heading.
    static func arrivals(in path: String) throws -> [Scenario.Arrival] {
        var first: Double?
        return try lines(of: path).dropFirst().enumerated().map { number, line in
            let cells = String(decoding: line, as: UTF8.self).split(separator: ",")
            guard cells.count == 3, let time = milliseconds(cells[0]), let input = Int(cells[1]),
                let output = Int(cells[2].filter { !$0.isWhitespace })
            else { throw Failure("Line \(number + 2) of \(path) is not an arrival.", code: 2) }
            let start = first ?? time
            first = start
            return Scenario.Arrival(offset: Int64(time - start), input: input, output: output)
        }.sorted { $0.offset < $1.offset }
    }

    /// Capabilities as corpora of others name them.
    private static let names: [String: CapabilityTarget] = [
        "reasoning": .reasoningTrace, "rubric_grading": .rewardGrading, "tool_use": .toolOrchestration,
        "general_chat": .general, "censorship_safe_rewriting": .policyRewrite,
    ]

    private struct Row: Decodable {
        var source: String
        var kind: String
        var capability: String?
        var prompt: String
        var response: String?
        var system: String?
        var tools: [Tool]?

        var text: ExternalText {
            let target = capability.flatMap { Corpus.names[$0] ?? CapabilityTarget(rawValue: $0) }
            return ExternalText(
                source: source, isAttack: kind == "attack", capability: target, prompt: prompt, response: response,
                system: system, tools: (tools ?? []).map(\.name))
        }
    }

    /// A tool given by its name, or as an object that has one.
    private struct Tool: Decodable {
        var name: String

        private enum Field: String, CodingKey { case name }

        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            do {
                name = try single.decode(String.self)
            } catch {
                name = try decoder.container(keyedBy: Field.self).decode(String.self, forKey: .name)
            }
        }
    }

    private static func lines(of path: String) throws -> [ArraySlice<UInt8>] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("Cannot read \(path).", code: 2)
        }
        var bytes = Array(data)
        if Gzip.begins(bytes) {
            do {
                bytes = try Gzip.inflate(bytes, limit: 4 << 30)
            } catch {
                throw Failure("\(path) is no whole gzip file.", code: 2)
            }
        }
        return bytes.split(separator: UInt8(ascii: "\n"))
    }

    /// A time such as `2023-11-16 18:17:03.9799600`, in milliseconds since 1970.
    private static func milliseconds(_ text: Substring) -> Double? {
        let parts = text.split(whereSeparator: { "-: T".contains($0) })
        guard parts.count >= 6, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            let hour = Int(parts[3]), let minute = Int(parts[4]), let second = Double(parts[5])
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
        guard
            let date = calendar.date(
                from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute))
        else { return nil }
        return (date.timeIntervalSince1970 + second) * 1_000
    }
}
