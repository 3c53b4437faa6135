/// What the statement of `UsageSample` looks like; in the page `…` stands for its style sheet, and lines of the
/// CSV end in a line feed here.
enum UsageGolden {
  /// The statements by the name of their format.
  static let all = ["text": text, "csv": csv, "html": html]

  private static let text = #"""
    Usage statement: Northwire (northwire)
    Period      2026-11-01 up to, not including, 2026-12-01; days in UTC
    Site        all sites
    Made from   checks 1 to 41, the last of 2026-11-30T18:02:11Z; wirecheck 0.1.0
    Incomplete  1 check for publication in the period did not cover everything that it was asked to

    Uses
      2026-11-20 07:00 UTC  Harbour strike enters third day (harbour-strike)
        site harbour-times, check 12, https://harbour-times.example/strike?a=1&b=2
        NW-0417 v3: substantial, 61 words, 71% of the item
        contract NW-2024-07, clause 4.2: not permitted; no credit owed
      2026-11-21 09:30 UTC (time of the check)  Ferry talks & tides (ferry-talks)
        site harbour-times, web/newsletter in BG/RO, check 12
        NW-0512: full, 1,240 words, 100% of the item
        contract NW-2024-07, clause 4.2: permitted with a duty; credit given
      2026-11-22 10:00 UTC  budget
        check 12
        NW-0600 v3: quote, 18 words, 4% of the item
        no contract: permitted; no credit owed
      2026-11-24 10:00 UTC  A night at the lighthouse (lighthouse)
        site harbour-times, check 12, https://harbour-times.example/strike?a=1&b=2
        NW-0611 v3: derived, 140 words, 48% of the item
        contract NW-2026-01: needs a person; credit missing
      2026-11-25 10:00 UTC  Snow on the pass (snow)
        site harbour-times, check 12, https://harbour-times.example/strike?a=1&b=2
        NW-0615 v3: excerpt, 25 words, 12% of the item
        contract NW-2024-07, clause 4.2: permitted; credit given

    Totals
      by contract              uses       words
      contract NW-2024-07         3       1,326
      contract NW-2026-01         1         140
      no contract                 1          18
      all                         5       1,484

      by class                 uses       words
      derived                     1         140
      full                        1       1,240
      substantial                 1          61
      quote                       1          18
      excerpt                     1          25
      all                         5       1,484

      documents with at least one use: 5

    Definitions
      use          one document with words of one item of the agency, permitted or not, found in the
                   last check of the document that was made for publication; an earlier check of the
                   same document does not count. A check of some of its channels counts for these,
                   as a use of its own where it was decided otherwise. A check that names channels
                   or territories which are not the document's and its site's is a question, and
                   does not count
      document     its identifier or path, and its address where it states one; its headline only in
                   a statement for the newsroom's own use
      published    the time of publication that the document states, or, where it states none, the
                   time of its first check for publication
      words        words of the document in the passages that it shares with the item
      share        words of the item in these passages, of all words of the item
      contract     the contract and clause that the decision rests on; not every decision rests on a
                   contract
      outcome      what the check decided: permitted (allow), permitted with a duty such as a credit
                   (allow-with-duty), needs a person (needs-review), not permitted (violation)
      class        one of the following, the first that fits:
      derived      the item's content in other words, however much of it
      full         at least 90% of the item's words
      substantial  at least 30% and less than 90% of the item's words
      quote        less than 30% of the item's words, in quotation marks
      excerpt      less than 30% of the item's words, not in quotation marks

    This statement is made from recorded checks. It says nothing about documents that were not
    checked, and it is not legal advice.

    """#

  private static let csv = #"""
    record,agency,contract_ref,clause,period_start,period_end,site,channel,territory,document_id,url,title,published_utc,published_basis,source_item,source_version,source_published_utc,use_class,words_used,words_identical,share_source_permille,outcome,attribution,credit_ok,check,document_sha256,total_of,total_uses,total_words,term,meaning
    use,northwire,NW-2024-07,4.2,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,harbour-times,,,harbour-strike,https://harbour-times.example/strike?a=1&b=2,Harbour strike enters third day,2026-11-20T07:00:00Z,document,NW-0417,3,2026-11-19T08:12:00Z,substantial,61,58,710,violation,neither,,12,5d41,,,,,
    use,northwire,NW-2024-07,4.2,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,harbour-times,web newsletter,BG RO,ferry-talks,,Ferry talks & tides,2026-11-21T09:30:00Z,check,NW-0512,,2026-11-19T08:12:00Z,full,1240,58,1000,allow-with-duty,neither,yes,12,5d41,,,,,
    use,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,budget,,,2026-11-22T10:00:00Z,document,NW-0600,3,2026-11-19T08:12:00Z,quote,18,58,40,allow,both,,12,5d41,,,,,
    use,northwire,NW-2026-01,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,harbour-times,,,lighthouse,https://harbour-times.example/strike?a=1&b=2,A night at the lighthouse,2026-11-24T10:00:00Z,document,NW-0611,3,2026-11-19T08:12:00Z,derived,140,58,480,needs-review,neither,no,12,5d41,,,,,
    use,northwire,NW-2024-07,4.2,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,harbour-times,,,snow,https://harbour-times.example/strike?a=1&b=2,Snow on the pass,2026-11-25T10:00:00Z,document,NW-0615,3,2026-11-19T08:12:00Z,excerpt,25,58,120,allow,neither,yes,12,5d41,,,,,
    total,northwire,NW-2024-07,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,contract,3,1326,,
    total,northwire,NW-2026-01,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,contract,1,140,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,contract,1,18,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,derived,,,,,,,,,class,1,140,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,full,,,,,,,,,class,1,1240,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,substantial,,,,,,,,,class,1,61,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,quote,,,,,,,,,class,1,18,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,excerpt,,,,,,,,,class,1,25,,
    total,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,all,5,1484,,
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,period,"2026-11-01 up to, not including, 2026-12-01; days in UTC"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,site,all sites
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,made from,"checks 1 to 41, the last of 2026-11-30T18:02:11Z; wirecheck 0.1.0"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,incomplete,1 check for publication in the period did not cover everything that it was asked to
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,use,"one document with words of one item of the agency, permitted or not, found in the last check of the document that was made for publication; an earlier check of the same document does not count. A check of some of its channels counts for these, as a use of its own where it was decided otherwise. A check that names channels or territories which are not the document's and its site's is a question, and does not count"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,document,"its identifier or path, and its address where it states one; its headline only in a statement for the newsroom's own use"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,published,"the time of publication that the document states, or, where it states none, the time of its first check for publication"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,words,words of the document in the passages that it shares with the item
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,share,"words of the item in these passages, of all words of the item"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,contract,the contract and clause that the decision rests on; not every decision rests on a contract
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,outcome,"what the check decided: permitted (allow), permitted with a duty such as a credit (allow-with-duty), needs a person (needs-review), not permitted (violation)"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,class,"one of the following, the first that fits:"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,derived,"the item's content in other words, however much of it"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,full,at least 90% of the item's words
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,substantial,at least 30% and less than 90% of the item's words
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,quote,"less than 30% of the item's words, in quotation marks"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,excerpt,"less than 30% of the item's words, not in quotation marks"
    definition,northwire,,,2026-11-01T00:00:00Z,2026-12-01T00:00:00Z,,,,,,,,,,,,,,,,,,,,,,,,note,"This statement is made from recorded checks. It says nothing about documents that were not checked, and it is not legal advice."

    """#

  private static let html = #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>Usage statement: Northwire (northwire)</title>
    <style>
    …
    </style>
    </head>
    <body>
    <header>
    <h1><bdi>Usage statement: Northwire (northwire)</bdi></h1>
    <dl>
    <div><dt>Period</dt><dd><bdi>2026-11-01 up to, not including, 2026-12-01; days in UTC</bdi></dd></div>
    <div><dt>Site</dt><dd><bdi>all sites</bdi></dd></div>
    <div><dt>Made from</dt><dd><bdi>checks 1 to 41, the last of 2026-11-30T18:02:11Z; wirecheck 0.1.0</bdi></dd></div>
    <div><dt>Incomplete</dt><dd><bdi>1 check for publication in the period did not cover everything that it was asked to</bdi></dd></div>
    </dl>
    </header>
    <main>
    <ul class="figures">
    <li><strong>5</strong> uses</li>
    <li><strong>5</strong> documents</li>
    <li><strong>1,484</strong> words used</li>
    </ul>
    <section>
    <h2>Totals</h2>
    <div class="pair">
    <table class="sums">
    <caption>By contract</caption>
    <thead><tr><th scope="col">Contract</th><th scope="col" class="n">Uses</th><th scope="col" class="n">Words</th></tr></thead>
    <tbody>
    <tr><th scope="row"><bdi>NW-2024-07</bdi></th><td class="n">3</td><td class="n">1,326</td></tr>
    <tr><th scope="row"><bdi>NW-2026-01</bdi></th><td class="n">1</td><td class="n">140</td></tr>
    <tr><th scope="row"><bdi>no contract</bdi></th><td class="n">1</td><td class="n">18</td></tr>
    </tbody>
    <tfoot>
    <tr><th scope="row"><bdi>All</bdi></th><td class="n">5</td><td class="n">1,484</td></tr>
    </tfoot>
    </table>
    <table class="sums">
    <caption>By class of use</caption>
    <thead><tr><th scope="col">Class</th><th scope="col" class="n">Uses</th><th scope="col" class="n">Words</th></tr></thead>
    <tbody>
    <tr><th scope="row"><bdi>derived</bdi></th><td class="n">1</td><td class="n">140</td></tr>
    <tr><th scope="row"><bdi>full</bdi></th><td class="n">1</td><td class="n">1,240</td></tr>
    <tr><th scope="row"><bdi>substantial</bdi></th><td class="n">1</td><td class="n">61</td></tr>
    <tr><th scope="row"><bdi>quote</bdi></th><td class="n">1</td><td class="n">18</td></tr>
    <tr><th scope="row"><bdi>excerpt</bdi></th><td class="n">1</td><td class="n">25</td></tr>
    </tbody>
    <tfoot>
    <tr><th scope="row"><bdi>All</bdi></th><td class="n">5</td><td class="n">1,484</td></tr>
    </tfoot>
    </table>
    </div>
    </section>
    <section>
    <h2>Uses</h2>
    <table class="uses">
    <caption>Each document with each item that it uses, by time of publication</caption>
    <thead><tr><th scope="col">Document</th><th scope="col">Published</th><th scope="col">Item</th><th scope="col">Class</th><th scope="col">Words</th><th scope="col">Share of item</th><th scope="col">Contract</th><th scope="col">Outcome</th><th scope="col">Credit</th></tr></thead>
    <tbody>
    <tr><th scope="row"><a href="https://harbour-times.example/strike?a=1&amp;b=2" rel="noopener noreferrer"><bdi>Harbour strike enters third day</bdi></a> <small><bdi>harbour-strike</bdi> · <bdi>harbour-times</bdi> · <bdi>check 12</bdi></small></th><td data-label="Published"><span><time datetime="2026-11-20T07:00:00Z">2026-11-20 07:00 UTC</time></span></td><td data-label="Item"><span><bdi>NW-0417 v3</bdi></span></td><td data-label="Class"><span>substantial</span></td><td data-label="Words"><span>61</span></td><td data-label="Share of item"><span>71%</span></td><td data-label="Contract"><span><bdi>NW-2024-07, clause 4.2</bdi></span></td><td data-label="Outcome"><span><span class="outcome no"><bdi>not permitted</bdi></span></span></td><td data-label="Credit"><span><bdi>no credit owed</bdi></span></td></tr>
    <tr><th scope="row"><bdi>Ferry talks &amp; tides</bdi> <small><bdi>ferry-talks</bdi> · <bdi>harbour-times</bdi> · <bdi>web/newsletter in BG/RO</bdi> · <bdi>check 12</bdi></small></th><td data-label="Published"><span><time datetime="2026-11-21T09:30:00Z">2026-11-21 09:30 UTC</time> <small>time of the check</small></span></td><td data-label="Item"><span><bdi>NW-0512</bdi></span></td><td data-label="Class"><span>full</span></td><td data-label="Words"><span>1,240</span></td><td data-label="Share of item"><span>100%</span></td><td data-label="Contract"><span><bdi>NW-2024-07, clause 4.2</bdi></span></td><td data-label="Outcome"><span><span class="outcome yes"><bdi>permitted with a duty</bdi></span></span></td><td data-label="Credit"><span><bdi>credit given</bdi></span></td></tr>
    <tr><th scope="row"><bdi>budget</bdi> <small><bdi>check 12</bdi></small></th><td data-label="Published"><span><time datetime="2026-11-22T10:00:00Z">2026-11-22 10:00 UTC</time></span></td><td data-label="Item"><span><bdi>NW-0600 v3</bdi></span></td><td data-label="Class"><span>quote</span></td><td data-label="Words"><span>18</span></td><td data-label="Share of item"><span>4%</span></td><td data-label="Contract"><span><bdi>no contract</bdi></span></td><td data-label="Outcome"><span><span class="outcome yes"><bdi>permitted</bdi></span></span></td><td data-label="Credit"><span><bdi>no credit owed</bdi></span></td></tr>
    <tr><th scope="row"><a href="https://harbour-times.example/strike?a=1&amp;b=2" rel="noopener noreferrer"><bdi>A night at the lighthouse</bdi></a> <small><bdi>lighthouse</bdi> · <bdi>harbour-times</bdi> · <bdi>check 12</bdi></small></th><td data-label="Published"><span><time datetime="2026-11-24T10:00:00Z">2026-11-24 10:00 UTC</time></span></td><td data-label="Item"><span><bdi>NW-0611 v3</bdi></span></td><td data-label="Class"><span>derived</span></td><td data-label="Words"><span>140</span></td><td data-label="Share of item"><span>48%</span></td><td data-label="Contract"><span><bdi>NW-2026-01</bdi></span></td><td data-label="Outcome"><span><span class="outcome open"><bdi>needs a person</bdi></span></span></td><td data-label="Credit"><span><bdi>credit missing</bdi></span></td></tr>
    <tr><th scope="row"><a href="https://harbour-times.example/strike?a=1&amp;b=2" rel="noopener noreferrer"><bdi>Snow on the pass</bdi></a> <small><bdi>snow</bdi> · <bdi>harbour-times</bdi> · <bdi>check 12</bdi></small></th><td data-label="Published"><span><time datetime="2026-11-25T10:00:00Z">2026-11-25 10:00 UTC</time></span></td><td data-label="Item"><span><bdi>NW-0615 v3</bdi></span></td><td data-label="Class"><span>excerpt</span></td><td data-label="Words"><span>25</span></td><td data-label="Share of item"><span>12%</span></td><td data-label="Contract"><span><bdi>NW-2024-07, clause 4.2</bdi></span></td><td data-label="Outcome"><span><span class="outcome yes"><bdi>permitted</bdi></span></span></td><td data-label="Credit"><span><bdi>credit given</bdi></span></td></tr>
    </tbody>
    </table>
    </section>
    <section>
    <h2>Definitions</h2>
    <dl>
    <div><dt>use</dt><dd>one document with words of one item of the agency, permitted or not, found in the last check of the document that was made for publication; an earlier check of the same document does not count. A check of some of its channels counts for these, as a use of its own where it was decided otherwise. A check that names channels or territories which are not the document&#39;s and its site&#39;s is a question, and does not count</dd></div>
    <div><dt>document</dt><dd>its identifier or path, and its address where it states one; its headline only in a statement for the newsroom&#39;s own use</dd></div>
    <div><dt>published</dt><dd>the time of publication that the document states, or, where it states none, the time of its first check for publication</dd></div>
    <div><dt>words</dt><dd>words of the document in the passages that it shares with the item</dd></div>
    <div><dt>share</dt><dd>words of the item in these passages, of all words of the item</dd></div>
    <div><dt>contract</dt><dd>the contract and clause that the decision rests on; not every decision rests on a contract</dd></div>
    <div><dt>outcome</dt><dd>what the check decided: permitted (allow), permitted with a duty such as a credit (allow-with-duty), needs a person (needs-review), not permitted (violation)</dd></div>
    <div><dt>class</dt><dd>one of the following, the first that fits:</dd></div>
    <div><dt>derived</dt><dd>the item&#39;s content in other words, however much of it</dd></div>
    <div><dt>full</dt><dd>at least 90% of the item&#39;s words</dd></div>
    <div><dt>substantial</dt><dd>at least 30% and less than 90% of the item&#39;s words</dd></div>
    <div><dt>quote</dt><dd>less than 30% of the item&#39;s words, in quotation marks</dd></div>
    <div><dt>excerpt</dt><dd>less than 30% of the item&#39;s words, not in quotation marks</dd></div>
    </dl>
    </section>
    </main>
    <footer><p>This statement is made from recorded checks. It says nothing about documents that were not checked, and it is not legal advice.</p></footer>
    </body>
    </html>

    """#
}
