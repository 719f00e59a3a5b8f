import Evidence
import Foundation
import HostileText

extension Inspection {
    /// bagit.txt (RFC 8493, section 2.1.1), V1.
    mutating func checkDeclaration() throws {
        let path = BagLayout.declaration
        guard tree.files[path] != nil else {
            note(.bagitDeclaration, path, "The bag declaration is missing.")
            note(.v1, path, "The bag declaration is missing.")
            return
        }
        let data = try tree.data(of: path)
        if data != Data(BagLayout.declarationText.utf8) {
            note(.v1, path, "It is not exactly the two lines of BagIt 1.0 in UTF-8.")
        }
        let lines = TagFile.lines(of: data).map { String(decoding: $0, as: UTF8.self) }
        let version = lines.first?.wholeMatch(of: /BagIt-Version: ([0-9]+)\.([0-9]+)/)
        if version == nil { note(.bagitDeclaration, path, "The first line is not BagIt-Version: M.N.") }
        if let version, version.1 != "1" || version.2 != "0" {
            note(.bagitDeclaration, path, "Version \(SafeText.quoted(version.1 + "." + version.2)) is not 1.0.")
        }
        if lines.count != 2 || lines[1].wholeMatch(of: /Tag-File-Character-Encoding: UTF-8/.ignoresCase()) == nil {
            note(.bagitDeclaration, path, "The second and last line is not Tag-File-Character-Encoding: UTF-8.")
        }
    }

    /// bag-info.txt and its Payload-Oxum (section 2.2.2), V7.
    mutating func checkInfo() throws {
        let path = BagLayout.info
        guard tree.files[path] != nil else {
            note(.v7, path, "There is no bag-info.txt, so no Payload-Oxum.")
            return
        }
        let (info, faults) = BagInfo.reading(try tree.data(of: path))
        self.info = info
        summary.matter = info.only(BagInfoLabel.identifier).map { UntrustedText($0) }
        summary.auditHead = info.only(BagInfoLabel.auditHead).map { UntrustedText($0) }
        for line in faults { note(.bagitInfo, path, "Line \(line) is not a label, a colon and a value.") }

        let payload = tree.payload
        let bytes = payload.reduce(0) { $0 + (tree.files[$1] ?? 0) }
        let oxums = info.values(of: BagInfoLabel.oxum)
        if oxums.count != 1 { note(.v7, path, "There are \(oxums.count) entries Payload-Oxum instead of one.") }
        for oxum in oxums where oxum != "\(bytes).\(payload.count)" {
            let message: SafeText =
                "Payload-Oxum is \(SafeText.quoted(oxum)), but the payload has \(bytes) bytes in \(Count.safe(payload.count))."
            note(.bagitOxum, path, message)
            note(.v7, path, message)
        }
    }

    /// fetch.txt (section 2.2.3), V8.
    mutating func checkFetch() throws {
        let path = BagLayout.fetch
        guard tree.files[path] != nil else { return }
        note(.v8, path, "A case bundle fetches nothing from elsewhere.")
        let listed = try manifests().reduce(into: Set<String>()) { $0.formUnion($1.manifest.digests.keys) }
        for (index, line) in TagFile.lines(of: try tree.data(of: path)).enumerated() {
            let fields = String(decoding: line, as: UTF8.self).split(
                maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" })
            guard fields.count == 3 else {
                note(.bagitFetch, path, "Line \(index + 1) is not an address, a length and a path.")
                continue
            }
            let target = BagPath.decoded(String(fields[2]))
            if !BagPath.isContained(target) {
                note(.v6, path, "Line \(index + 1) leaves the bag: \(SafeText.quoted(target)).")
            }
            if !listed.contains(target) {
                note(.bagitFetch, path, "Line \(index + 1) names \(SafeText.quoted(target)), which is in no manifest.")
            }
        }
    }
}

extension Count {
    fileprivate static func safe(_ files: Int) -> SafeText {
        SafeText(ours: Count.text(files, "file"))
    }
}
