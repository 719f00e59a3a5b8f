import Evidence
import EvidenceCache
import Foundation
import HostileText

extension Activity.Action {
    /// The action as it is read in a list.
    var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}

extension Activity {
    /// The details as they are read in a list: names and values, without the ids of events that nobody reads.
    var detailText: UntrustedText {
        // A line of another program may hold something else; then it is shown as it is.
        guard let object = try? JSONSerialization.jsonObject(with: Data(details.utf8)) as? [String: Any] else {
            return UntrustedText(details)
        }
        let pairs = object.sorted { $0.key < $1.key }.filter { $0.key != "event" }.map { name, value in
            name == "id" || name == "kind" || name == "title" ? "\(value)" : "\(name) \(value)"
        }
        return UntrustedText(pairs.joined(separator: " · "))
    }
}
