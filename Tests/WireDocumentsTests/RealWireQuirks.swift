/// Parts of wires that real files have and that are easily lost or misplaced.
extension FormatQuirkTests {
  static let realWires = [
    Quirk(
      "NewsML 1: a lead beside its body, and what an agency has no element for", "a.xml",
      """
      <NewsML><NewsItem><NewsManagement/><NewsComponent><NewsComponent><Role FormalName="Short"/><NewsLines>
      <HeadLine>Ferry</HeadLine><ByLineTitle>Nordwind Writer</ByLineTitle><MoreLink>https://n.example/</MoreLink></NewsLines>
      <AdministrativeMetadata><Property FormalName="EditorialInfo" Value="Call the quay"/><Property FormalName="Priority" Value="3"/>
      </AdministrativeMetadata>
      <NewsComponent><Role FormalName="Body"/><ContentItem><DataContent>It sails at noon.</DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Lead"/><ContentItem><DataContent>The ferry is back.</DataContent></ContentItem></NewsComponent>
      </NewsComponent></NewsComponent></NewsItem></NewsML>
      """,
      headline: "Ferry", body: ["The ferry is back.", "It sails at noon."],
      fields: [
        "NewsLines/ByLineTitle: Nordwind Writer", "NewsLines/MoreLink: https://n.example/",
        "AdministrativeMetadata/Property EditorialInfo: Call the quay",
      ]),
    Quirk(
      "NewsML 1: an item with no more than its lead", "a.xml",
      """
      <NewsML><NewsItem><NewsManagement/><NewsComponent><NewsComponent xml:lang="fr"><Role FormalName="Text"/><NewsLines>
      <HeadLine>Ferry</HeadLine><CreditLine>NORDWIND</CreditLine></NewsLines>
      <NewsComponent><Role FormalName="Title"/><ContentItem><DataContent>Ferry</DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Lead"/><ContentItem><DataContent>The ferry is back.</DataContent></ContentItem></NewsComponent>
      </NewsComponent></NewsComponent></NewsItem></NewsML>
      """,
      headline: "Ferry", body: ["The ferry is back."],
      fields: ["NewsLines/CreditLine: NORDWIND", "ContentItem role=Title: Ferry"]),
    Quirk(
      "NewsML 1: NITF whose copy is HTML in CDATA, and what is said of a picture", "a.xml",
      """
      <NewsML><NewsItem><NewsManagement/><NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><body>
      <body.content><![CDATA[The ferry.<BR>It sails.<p>At noon.</p>]]></body.content></body></DataContent></ContentItem>
      <ContentItem Href="quay.jpg"><MediaType FormalName="Picture"/><Property FormalName="caption" value="The quay at dawn"/></ContentItem>
      </NewsComponent></NewsItem></NewsML>
      """, body: ["The ferry. It sails.", "At noon."],
      fields: ["ContentItem@Href: quay.jpg", "ContentItem/Property caption: The quay at dawn"]),
    Quirk(
      "NITF: copy in escapes, and words of the head", "a.xml",
      """
      <nitf><head><meta name="author" content="Ada"/><meta name="keyword" content="Ferries of Ormsby"/><meta name="priority" content="R"/></head>
      <body><body.content>&lt;p>The ferry.&lt;/p>&lt;p>If a &amp;lt; b.&lt;/p></body.content></body></nitf>
      """, body: ["The ferry.", "If a < b."],
      fields: ["head/meta: Ada", "head/meta keyword: Ferries of Ormsby"]),
    Quirk(
      "NITF: what stands behind the copy, HTML in escapes, and addresses among the rights", "a.xml",
      """
      <nitf><head><revision-history norm="20261120T180000Z" comment="Corrects the year"/></head><body><body.head>
      <hedline><hl1><![CDATA[Ferry <i>back</i>]]></hl1></hedline>
      <rights><rights.owner>Nordwind</rights.owner><rights.owner.url>https://n.example/ada</rights.owner.url></rights>
      <abstract><![CDATA[<p>The ferry is <b>back</b>.</p>]]></abstract></body.head>
      <body.content><p>It sails.</p></body.content>
      <body.end><tagline>Ada reported from Ormsby</tagline><block><p>About the writer: she sails.</p></block></body.end></body></nitf>
      """,
      headline: "Ferry back", body: ["It sails."],
      fields: [
        "head/revision-history@comment: Corrects the year", "body.head/abstract: The ferry is back.",
        "body.head/rights/rights.owner.url: https://n.example/ada",
        "body.end/tagline: Ada reported from Ormsby",
        "body.end/block: About the writer: she sails.",
      ], rights: ["holder: Nordwind"]),
    Quirk(
      "NewsML 1: a style sheet beside the body", "a.xml",
      """
      <NewsML><NewsItem><NewsManagement/><NewsComponent>
      <NewsComponent><Role FormalName="StyleSheet"/><ContentItem><Format FormalName="CSS"/><MimeType FormalName="text/css"/>
      <DataContent>.b { text-align: center; list-style-position: inside }</DataContent></ContentItem></NewsComponent>
      <NewsComponent><Role FormalName="Body"/><ContentItem><DataContent>The ferry.</DataContent></ContentItem></NewsComponent>
      </NewsComponent></NewsItem></NewsML>
      """, body: ["The ferry."]),
    Quirk(
      "NewsML-G2: what is said of parts, links and parties", "a.xml",
      """
      <newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='u'><itemMeta><link rel='irel:seeAlso' href='https://n.example/'>
      <title>The quay</title><description>Welders at the quay</description></link></itemMeta>
      <partMeta partid='p'><description>The first minute</description></partMeta>
      <assert qcode='k:1'><name>k</name><note>Not for print</note><definition>A quay in Ormsby</definition></assert>
      <contentSet><inlineData>The ferry.</inlineData></contentSet></newsItem>
      """,
      body: ["The ferry."],
      fields: [
        "itemMeta/link/title: The quay", "itemMeta/link/description: Welders at the quay",
        "partMeta/description: The first minute", "assert/note: Not for print",
        "assert/definition: A quay in Ormsby",
      ]),
    Quirk(
      "AP: other names of an item, and what its writers are", "a.json",
      #"""
      {"data":{"item":{"altids":{"itemid":"1","etag":"1_2","referenceid":"NW--Ferry Return","transref":"a0485"},"type":"text","headline":"F",
        "bylines":[{"by":"By ADA LINDQVIST","title":"Nordwind Writer"}],"renditions":{"nitf":{"body_html":"<p>The ferry.</p>"}}}}}
      """#,
      body: ["The ferry."],
      fields: [
        "altids.referenceid: NW--Ferry Return", "altids.transref: a0485", "bylines: By ADA LINDQVIST",
        "bylines.title: Nordwind Writer",
      ]),
    Quirk(
      "IPTC 7901: keywords and headline without control characters", "a.txt",
      "\nnwf037 4 su 14 hbr 1388\n\nFerries Ormsby\n\nFerries in Ormsby:\nThe ferry is back in the harbour =\n\nOrmsby (nw) The ferry is back. Nobody knew\nwhen it would come.\n\n211005 jan 26\n",
      headline: "Ferries in Ormsby: The ferry is back in the harbour",
      body: ["Ormsby (nw) The ferry is back. Nobody knew when it would come."],
      fields: ["keywords: Ferries Ormsby"]),
    Quirk(
      "IPTC 7901: a byline apart from its headline", "a.txt",
      "nwf037 4 su 10 hbr 1388\n\nFerries Ormsby\n\nThe ferry is back in the harbour\n\nBy Ada Lindqvist =\n\nOrmsby (nw) The ferry is back. Nobody knew.\n",
      headline: "The ferry is back in the harbour", body: ["Ormsby (nw) The ferry is back. Nobody knew."],
      fields: ["keywords: Ferries Ormsby", "headline block: By Ada Lindqvist"]),
    Quirk(
      "ANPA 1312: a message that lost its control characters", "a.txt",
      "a0105NORDEkoko-\nu s BC-Ferry's-Return   09-12 0344\nBC-Ferry's-Return\nFerry: The Vega is back in the harbour+\n     ORMSBY, Dec. 9 Norde - The ferry is back\nat last.\n     Nobody knew.\n==Norde\nNWS-21:37-09-12-26\n",
      headline: "Ferry: The Vega is back in the harbour",
      body: ["ORMSBY, Dec. 9 Norde - The ferry is back at last.", "Nobody knew."],
      fields: [
        "header: a0105NORDEkoko-", "keyword: BC-Ferry's-Return", "sign-off: ==Norde",
        "trailer: NWS-21:37-09-12-26",
      ]),
    Quirk(
      "ninjs: the list in an answer of a content interface", "a.json",
      #"""
      {"total":1,"limit":20,"item":[{"id":1,"titles":[{"role":"k:1","value":"Ormsby 1"}],"uri":"https://n.example/1","type":"text","versioncreated":"2026-05-28T16:40:08","pubstatus":"usable",
        "headline":"Ferry","description_text":"Ormsby v.1","body_html":"<p>The ferry.</p>","byline":"Ada Lindqvist"}]}
      """#,
      headline: "Ferry", body: ["The ferry."],
      fields: ["byline: Ada Lindqvist", "description_text: Ormsby v.1", "titles: Ormsby 1"]),
    Quirk(
      "ninjs: the hits of a search, with a picture and the copy in three forms", "a.json",
      #"""
      {"hits":[{"uri":"https://n.example/7","associations":{"a001":{"type":"picture","description_text":"The quay at dawn","byline":"Tom Bryce"}},
        "body_text":"Ferry\nThe ferry is back.","body_html5":"<html><head><title>Ferry</title></head><body><article><p>The ferry is back.</p></article></body></html>",
        "type":"text","versioncreated":"2026-09-24T08:16:02Z","copyrightholder":"Nordwind","headline":"Ferry","byline":"Ada Lindqvist","ednote":"Longer."}],"total":1,"facets":{}}
      """#,
      headline: "Ferry", body: ["The ferry is back."],
      fields: ["byline: Ada Lindqvist", "ednote: Longer."], rights: ["holder: Nordwind"]),
    Quirk(
      "ZCZC: a release with its headline under the head, and a list", "a.tst",
      "   ZCZC NWA\n%MNETALL MFI\n$J\n:\n:Ormsby Harbour Board\n*X\nMedia release: Ferries carry more people\n\nFerries carried more people in May.\n\nIn May:\n* the Vega sailed 90 times\n* the Lyra sailed\n  60 times\n\nNNNN\n",
      headline: "Media release: Ferries carry more people",
      body: [
        "Ferries carried more people in May.", "In May:", "* the Vega sailed 90 times",
        "* the Lyra sailed 60 times",
      ], fields: [":: Ormsby Harbour Board"]),
  ]
}
