extension HTMLRendering {
    /// System colours only, so that the page follows the reader's light or dark setting and prints black on white.
    static let stylesheet = """
        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .3rem; }
        h2 { font-size: .8rem; letter-spacing: .12em; text-transform: uppercase; margin: 3rem 0 .8rem;
             padding-top: .8rem; border-top: 1px solid GrayText; border-top-color: color-mix(in srgb, CanvasText 25%, Canvas); }
        h3 { font-size: 1rem; margin: 1.8rem 0 .5rem; }
        h4 { font-size: .8rem; margin: .9rem 0 .2rem; }
        p, ul { margin: .4rem 0 .8rem; max-width: 46rem; }
        code, pre { font: .87em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        pre { white-space: pre-wrap; margin: 0; padding: .6rem .8rem; max-width: none;
              background: color-mix(in srgb, CanvasText 5%, Canvas); border-radius: 4px; }
        .quiet, dt, th { color: GrayText; color: color-mix(in srgb, CanvasText 62%, Canvas); font-weight: normal; }
        .figures { display: flex; flex-wrap: wrap; gap: 1rem 3rem; margin: .5rem 0 1.2rem; }
        .figures div { display: flex; flex-direction: column; }
        .figures dd { font-size: 1.7rem; line-height: 1.2; margin: 0; font-variant-numeric: tabular-nums; }
        table { border-collapse: collapse; width: 100%; font-size: .93em; margin: .3rem 0 .6rem; }
        th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0;
                 border-bottom: 1px solid GrayText; border-bottom-color: color-mix(in srgb, CanvasText 12%, Canvas); }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .track { display: inline-block; width: 4rem; height: .25rem; margin-right: .6rem; vertical-align: middle;
                 background: color-mix(in srgb, CanvasText 10%, Canvas); }
        .bar { display: block; height: 100%; background: GrayText; background: color-mix(in srgb, CanvasText 65%, Canvas); }
        mark { background: Mark; color: MarkText; }
        .hidden { border: 1px dotted; border-radius: 3px; padding: 0 1px; font-style: italic; }
        article { margin: 1.2rem 0 2rem; }
        @media print {
          :root { color-scheme: light; }
          body { font-size: 10pt; max-width: none; padding: 0; }
          h2, h3, h4 { break-after: avoid; }
          tr { break-inside: avoid; }
          thead { display: table-header-group; }
        }
        """
}
