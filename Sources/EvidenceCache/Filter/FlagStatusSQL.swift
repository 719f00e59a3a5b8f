/// The status of flag `f` as a viewer sees it: the detector's, with the viewer's own label and everybody's claims folded in.
///
/// Others' labels do not show through: a flag that only they decided is still open to this viewer.
struct FlagStatusSQL {
    let viewer: Viewer

    let sql = """
        CASE WHEN f.status = 'stale' THEN 'stale'
            WHEN EXISTS (SELECT 1 FROM labelHead own WHERE own.subject = f.subject AND own.kind = f.kind AND own.analyst = ?
                AND own.label IS NOT NULL AND (f.status <> 'reopened' OR own.at >= f.confirmedAt)) THEN 'decided'
            WHEN f.status IN ('open', 'decided')
                AND EXISTS (SELECT 1 FROM claim c WHERE c.flag = f.id AND c.until > ?) THEN 'claimed'
            WHEN f.status = 'decided' THEN 'open'
            ELSE f.status END
        """

    var values: [SQLValue] { [.text(viewer.analyst), SQLValue(viewer.now)] }
}
