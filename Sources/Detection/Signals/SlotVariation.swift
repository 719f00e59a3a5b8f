import Evidence

/// How much the slots of the account's main template vary: distinct prompts over prompts made from it, times the share of
/// the traffic that the template has. A sweep through a data set never says the same twice; a nightly job does.
/// Not available below ten prompts from one template. Source: tens of thousands of unique tasks from one wording.
enum SlotVariation: AccountSignal {
    static let name = SignalName.slotVariation
    static let unit = "share"
    static let fewestPrompts = 10

    static func measure(_ account: Int, in observed: Observations) -> Measurement {
        let places = observed.places(of: account)
        var textsOf: [Int32: [Int32]] = [:]
        for place in places {
            let template = observed.content.promptTemplate(at: place)
            if template >= 0 { textsOf[template, default: []].append(observed.content.prompts.textOf[place]) }
        }
        guard let main = textsOf.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }),
            main.value.count >= fewestPrompts
        else { return .notAvailable("fewer than \(fewestPrompts) prompts from one template") }
        let variation = Double(Set(main.value).count) / Double(main.value.count)
        return .value(
            variation * Double(main.value.count) / Double(places.count), sample: main.value.count,
            reason: "one template, ever new slots",
            evidence: [.template(observed.content.templateID(main.key, kind: .template))])
    }
}
