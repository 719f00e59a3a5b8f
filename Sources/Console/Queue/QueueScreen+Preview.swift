import Evidence
import EvidenceCache
import HostileText
import TextUI

extension QueueScreen {
    /// Draws what is known of the flag under the cursor, or of the one before until that has come.
    func drawPreview(on grid: inout Grid, in area: Rect, isBeside: Bool, _ context: ScreenContext) {
        guard let row = previewRow ?? list.focus else { return }
        var panel = PreviewPanel(row: row, reply: preview.value, context: context)
        if isBeside || area.width < 90 {
            panel.draw(on: &grid, in: area)
        } else {
            let halves = area.columns(.share(1), .share(1), gap: 3)
            panel.drawHead(on: &grid, in: halves[0])
            panel.drawTail(on: &grid, in: halves[1])
        }
        if let problem = preview.problem {
            grid.draw(SafeText(ours: problem.sentence), in: area.row(area.height - 1), style: .danger)
        }
    }
}

extension Loaded {
    /// Why there is no value, if it was asked for and did not come.
    var problem: Problem? {
        if case .failed(let problem) = self { return problem }
        return nil
    }
}
