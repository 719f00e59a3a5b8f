import Evidence
import Foundation

/// How few templates make up the traffic: `1 − H(template) / ln n`. A prompt without a template is a template of its own.
/// Not available below twenty prompts. Source: the disclosures' "highly repetitive structure".
enum TemplateConcentration: AccountSignal {
    static let name = SignalName.templateConcentration
    static let unit = "share"
    static let fewestPrompts = 20

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        var counts: [Int32: Int] = [:]
        var alone = 0
        for place in observed.places(of: account) where observed.content.prompts.textOf[place] >= 0 {
            let template = observed.content.promptTemplate(at: place)
            if template >= 0 { counts[template, default: 0] += 1 } else { alone += 1 }
        }
        let all = counts.values.reduce(alone, +)
        guard all > 0 else { return .notAvailable("the log carries no text") }
        guard all >= fewestPrompts else { return .notAvailable("fewer than \(fewestPrompts) prompts") }
        let entropy = Entropy.nats(counts.values.sorted() + Array(repeating: 1, count: alone))
        let top = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let evidence = top.map { [EvidenceReference.template(observed.content.templateID($0.key, kind: .template))] }
        return .value(
            1 - entropy / log(Double(all)), sample: all, reason: "few templates", evidence: evidence ?? [])
    }
}
