/// Feeds and agencies' documents, written for the tests.
enum FeedSamples {
  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Le fil du matin -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Le Relais</title><link>https://exemple.fr/</link><language>fr</language>
    <atom:link href="https://exemple.fr/feed" rel="self"/>
    <image><title>Logo</title><link>https://exemple.fr/</link></image>
    <item>
      <title>L&#8217;&eacute;cluse rouvre : « enfin » &amp; pour de bon</title>
      <link>https://exemple.fr/ecluse</link><guid isPermaLink="false">relais-12</guid>
      <pubDate>Wed, 13 Sep 2023 11:05:00 +0200</pubDate>
      <dc:creator><![CDATA[Hélène Marsac]]></dc:creator><category>Régions</category>
      <description><![CDATA[<p>Les mariniers passent de nouveau, après deux ans d&rsquo;attente.</p>]]></description>
      <content:encoded><![CDATA[<h1>L’écluse rouvre : « enfin » & pour de bon</h1>
        <p>La vanne aval a été <a href="/v">remplacée</a> au printemps.</p>
        <figure><img src="a.jpg"><figcaption>La vanne, avant les travaux.</figcaption></figure>
        <p>Une péniche de blé a ouvert la marche<br>devant les riverains.</p>
        <p>L’article <a href="https://exemple.fr/ecluse">L’écluse</a> est apparu en premier sur Le Relais.</p>]]></content:encoded>
      <media:title>Une image</media:title>
    </item>
    <item><title>R&D : le budget monte</title><description>Il atteint 12 millions, a dit la région.</description>
      <link>https://exemple.fr/budget</link><author>redaction@exemple.fr (Paul Ancelin)</author></item>
    <item><title>Sans rien d’autre</title></item>
    </channel></rss>
    """

  static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Relais</title><id>urn:feed</id>
    <entry><title type="html">Le bac &lt;em&gt;repart&lt;/em&gt;</title><id>urn:relais:7</id>
      <link rel="self" href="https://exemple.fr/7.xml"/><link rel="alternate" href="https://exemple.fr/7"/>
      <updated>2023-09-14T08:00:00Z</updated><published>2023-09-13T08:00:00Z</published>
      <author><name>Nadia Ferrand</name></author><author><name>Paul Ancelin</name></author>
      <category term="regions" label="Régions"/>
      <summary>Le bac a repris son service.</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Premier <b>départ</b> à l’aube.</p>
        <p>Retour à midi.</p></div></content></entry>
    <entry><title>Deux</title><id>urn:relais:8</id><link href="https://exemple.fr/8"/>
      <content type="html">&lt;p&gt;Un texte en HTML.&lt;/p&gt;&lt;p&gt;Son second paragraphe.&lt;/p&gt;</content></entry>
    </feed>
    """

  static let nitf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
    <nitf xml:lang="fr"><head><title>Le col fermé</title>
      <tobject><tobject.subject tobject.subject.type="Météo"/></tobject>
      <docdata><doc-id id-string="agence-2023-77"/><date.issue norm="20230913T110500+0200"/></docdata>
      <pubdata name="Agence Exemple" date.publication="20230914T0000Z"/></head>
    <body><body.head><hedline><hl1>Le col est fermé par la neige</hl1></hedline>
      <byline>Par <person>Camille Roux</person></byline><abstract><p>La route restera coupée jusqu’à lundi.</p></abstract>
      <dateline><location>Briançon</location></dateline></body.head>
      <body.content><p>Trente centimètres sont tombés dans la nuit.</p>
        <media media-type="image"><media-reference source="a.jpg"/><media-caption>Le col, ce matin.</media-caption></media>
        <hl2>Déviation</hl2><p>Les camions passent par le tunnel.</p></body.content>
      <body.end><tagline>cr/pa</tagline></body.end></body></nitf>
    """

  static let newsML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2023-09-13T12:00:00Z</sent></header><itemSet>
    <newsItem guid="urn:newsml:exemple.fr:1" version="2" standard="NewsML-G2" xml:lang="fr">
      <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:X"><name>Agence Exemple</name></provider>
        <versionCreated>2023-09-13T12:00:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
      <contentMeta><contentCreated>2023-09-13T11:05:00+02:00</contentCreated><by>Par Samuel Petit</by>
        <language tag="fr-FR"/><subject qcode="medtop:1"><name xml:lang="fr">Transports</name></subject>
        <headline>Le tram revient</headline>
        <description role="drol:summary">La ligne 2 rouvre lundi.</description></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>Tram</title></head><body><h1>Le tram revient</h1><p>Les rails sont posés.</p>
        <p>Restent les essais.</p></body></html></inlineXML></contentSet></newsItem>
    <newsItem guid="urn:newsml:exemple.fr:2"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
      <contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
    <newsItem guid="urn:newsml:exemple.fr:3"><itemMeta><itemClass qcode="ninat:text"/>
      <pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
    <newsItem guid="urn:newsml:exemple.fr:4"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
      <contentMeta><headline>Avec NITF</headline></contentMeta><contentSet><inlineXML><nitf><body>
      <body.content><p>Un paragraphe.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
    <newsItem guid="urn:newsml:exemple.fr:5"><contentMeta><headline>Texte nu</headline></contentMeta>
      <contentSet><inlineData contenttype="text/plain">Une ligne.
    Une autre.</inlineData></contentSet></newsItem>
    </itemSet></newsMessage>
    """
}
