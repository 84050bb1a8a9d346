// Embeddings of every kind, and what filters, orders and limits do inside them.
const list = (inner) => `(SELECT json_group_array(json(o)) FROM (${inner}))`;
const named = (id, name) => `json_object('id', ${id}, 'name', ${name})`;

export default [
  { name: 'embed a to-one relation', call: (db) => db.from('albums').select('title,artist(id,name)').order('id').limit(50),
    sql: `SELECT Title AS title, ${named('r.ArtistId', 'r.Name')} AS "json:artist" FROM Album a JOIN Artist r USING (ArtistId) ORDER BY AlbumId LIMIT 50` },
  { name: 'embed a to-one relation by its resource', call: (db) => db.from('albums').select('title,artists(id,name)').order('id').limit(50),
    sql: `SELECT Title AS title, ${named('r.ArtistId', 'r.Name')} AS "json:artists" FROM Album a JOIN Artist r USING (ArtistId) ORDER BY AlbumId LIMIT 50` },
  { name: 'embed a to-one relation by its foreign key', call: (db) => db.from('albums').select('title,artist:artistId(name)').order('id').limit(50),
    sql: `SELECT Title AS title, json_object('name', r.Name) AS "json:artist" FROM Album a JOIN Artist r USING (ArtistId) ORDER BY AlbumId LIMIT 50` },
  { name: 'embed a to-one relation that is null', call: (db) => db.from('employees').select('id,reportsTo(lastName)').order('id'),
    sql: `SELECT e.EmployeeId AS id, CASE WHEN b.EmployeeId IS NOT NULL THEN json_object('lastName', b.LastName) END AS "json:reportsTo"
          FROM Employee e LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo ORDER BY 1` },
  { name: 'embed a to-many relation', call: (db) => db.from('artists').select('name,albums(id,title)').order('id').order('id', { referencedTable: 'albums' }).limit(60),
    sql: `SELECT r.Name AS name, ${list("SELECT json_object('id', AlbumId, 'title', Title) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId")} AS "json:albums"
          FROM Artist r ORDER BY r.ArtistId LIMIT 60` },
  { name: 'embed everything of a to-many relation', single: true, call: (db) => db.from('artists').select('*,albums(*)').eq('id', 90).order('id', { referencedTable: 'albums' }).single(),
    sql: `SELECT ArtistId AS id, Name AS name, ${list("SELECT json_object('id', AlbumId, 'title', Title, 'artistId', ArtistId) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId")} AS "json:albums"
          FROM Artist r WHERE ArtistId = 90` },
  { name: 'embed a many-to-many relation', call: (db) => db.from('playlists').select('id,name,tracks(id,name)').order('id').order('id', { referencedTable: 'tracks' }).gt('id', 8),
    sql: `SELECT PlaylistId AS id, Name AS name, ${list(`SELECT ${named('t.TrackId', 't.Name')} AS o FROM PlaylistTrack j JOIN Track t USING (TrackId) WHERE j.PlaylistId = p.PlaylistId ORDER BY t.TrackId`)} AS "json:tracks"
          FROM Playlist p WHERE PlaylistId > 8 ORDER BY 1` },
  { name: 'embed a many-to-many relation from its other end', call: (db) => db.from('tracks').select('id,playlists(id,name)').order('id').order('id', { referencedTable: 'playlists' }).limit(30),
    sql: `SELECT t.TrackId AS id, ${list(`SELECT ${named('p.PlaylistId', 'p.Name')} AS o FROM PlaylistTrack j JOIN Playlist p USING (PlaylistId) WHERE j.TrackId = t.TrackId ORDER BY p.PlaylistId`)} AS "json:playlists"
          FROM Track t ORDER BY 1 LIMIT 30` },
  { name: 'embed the rows of a join table, keyed by the pair', call: (db) => db.from('playlistTracks').select('playlistId,track(name)').eq('playlistId', 17).order('trackId'),
    sql: `SELECT j.PlaylistId AS playlistId, json_object('name', t.Name) AS "json:track" FROM PlaylistTrack j JOIN Track t USING (TrackId) WHERE j.PlaylistId = 17 ORDER BY j.TrackId` },
  { name: 'embed three levels down', call: (db) => db.from('artists').select('name,albums(title,tracks(name,genre(name)))').in('id', [1, 2, 8, 25])
      .order('id').order('id', { referencedTable: 'albums' }).order('id', { referencedTable: 'albums.tracks' }),
    sql: `SELECT Name AS name, ${list(`SELECT json_object('title', Title, 'tracks', ${list(
      "SELECT json_object('name', t.Name, 'genre', json_object('name', g.Name)) AS o FROM Track t JOIN Genre g USING (GenreId) WHERE t.AlbumId = a.AlbumId ORDER BY t.TrackId")}) AS o
          FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId`)} AS "json:albums" FROM Artist r WHERE ArtistId IN (1, 2, 8, 25) ORDER BY ArtistId` },
  { name: 'embed upwards four levels', call: (db) => db.from('invoiceLines').select('id,track(album(artist(name)),mediaType(name)),invoice(customer(supportRep(email)))').order('id').limit(40),
    sql: `SELECT l.InvoiceLineId AS id,
            json_object('album', json_object('artist', json_object('name', r.Name)), 'mediaType', json_object('name', m.Name)) AS "json:track",
            json_object('customer', json_object('supportRep', json_object('email', e.Email))) AS "json:invoice"
          FROM InvoiceLine l JOIN Track t USING (TrackId) JOIN Album a USING (AlbumId) JOIN Artist r USING (ArtistId)
          JOIN MediaType m ON m.MediaTypeId = t.MediaTypeId JOIN Invoice i ON i.InvoiceId = l.InvoiceId
          JOIN Customer c ON c.CustomerId = i.CustomerId JOIN Employee e ON e.EmployeeId = c.SupportRepId ORDER BY 1 LIMIT 40` },
  { name: 'embed a relation to the same type in both directions', call: (db) => db.from('employees').select('id,reportsTo(id),reports(id)').order('id').order('id', { referencedTable: 'reports' }),
    sql: `SELECT e.EmployeeId AS id, CASE WHEN e.ReportsTo IS NOT NULL THEN json_object('id', e.ReportsTo) END AS "json:reportsTo",
          ${list("SELECT json_object('id', x.EmployeeId) AS o FROM Employee x WHERE x.ReportsTo = e.EmployeeId ORDER BY 1")} AS "json:reports" FROM Employee e ORDER BY 1` },
  { name: 'embed under an alias', call: (db) => db.from('albums').select('title,by:artist(who:name)').order('id').limit(20),
    sql: `SELECT Title AS title, json_object('who', r.Name) AS "json:by" FROM Album JOIN Artist r USING (ArtistId) ORDER BY AlbumId LIMIT 20` },
  { name: 'embed one relation twice under aliases', call: (db) => db.from('albums').select('id,long:tracks(id),short:tracks(id)').lt('id', 12)
      .gt('long.milliseconds', 300000).lte('short.milliseconds', 300000).order('id').order('id', { referencedTable: 'long' }).order('id', { referencedTable: 'short' }),
    sql: `SELECT AlbumId AS id, ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId AND Milliseconds > 300000 ORDER BY TrackId")} AS "json:long",
          ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId AND Milliseconds <= 300000 ORDER BY TrackId")} AS "json:short" FROM Album a WHERE AlbumId < 12 ORDER BY 1` },
  { name: 'spread a to-one relation', call: (db) => db.from('albums').select('title,...artist(artistName:name)').order('id').limit(20),
    sql: 'SELECT Title AS title, r.Name AS artistName FROM Album JOIN Artist r USING (ArtistId) ORDER BY AlbumId LIMIT 20' },
  { name: 'spread through two levels', call: (db) => db.from('tracks').select('id,...album(album:title,...artist(artist:name))').order('id').limit(20),
    sql: 'SELECT TrackId AS id, a.Title AS album, r.Name AS artist FROM Track t JOIN Album a USING (AlbumId) JOIN Artist r USING (ArtistId) ORDER BY 1 LIMIT 20' },
  { name: 'spread a to-one relation that is null', call: (db) => db.from('employees').select('id,...reportsTo(boss:lastName)').order('id'),
    sql: 'SELECT e.EmployeeId AS id, b.LastName AS boss FROM Employee e LEFT JOIN Employee b ON b.EmployeeId = e.ReportsTo ORDER BY 1' },
  { name: 'inner keeps rows with a match alone', call: (db) => db.from('artists').select('id,albums!inner(id)').order('id').order('id', { referencedTable: 'albums' }).lt('id', 60),
    sql: `SELECT ArtistId AS id, ${list("SELECT json_object('id', AlbumId) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId")} AS "json:albums"
          FROM Artist r WHERE ArtistId < 60 AND EXISTS (SELECT 1 FROM Album a WHERE a.ArtistId = r.ArtistId) ORDER BY 1` },
  { name: 'inner with a filter of a to-one relation', call: (db) => db.from('albums').select('id,artist!inner(name)').like('artist.name', 'A*').order('id'),
    sql: `SELECT AlbumId AS id, json_object('name', r.Name) AS "json:artist" FROM Album JOIN Artist r USING (ArtistId) WHERE r.Name GLOB 'A*' ORDER BY 1` },
  { name: 'inner with a filter two levels down', call: (db) => db.from('artists').select('id,albums!inner(id,tracks!inner(id))').gt('albums.tracks.milliseconds', 2500000)
      .order('id').order('id', { referencedTable: 'albums' }).order('id', { referencedTable: 'albums.tracks' }),
    sql: `SELECT ArtistId AS id, ${list(`SELECT json_object('id', AlbumId, 'tracks', ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId AND Milliseconds > 2500000 ORDER BY TrackId")}) AS o
            FROM Album a WHERE a.ArtistId = r.ArtistId AND EXISTS (SELECT 1 FROM Track t WHERE t.AlbumId = a.AlbumId AND Milliseconds > 2500000) ORDER BY AlbumId`)} AS "json:albums"
          FROM Artist r WHERE EXISTS (SELECT 1 FROM Album a JOIN Track t USING (AlbumId) WHERE a.ArtistId = r.ArtistId AND Milliseconds > 2500000) ORDER BY 1` },
  { name: 'left is the default', call: (db) => db.from('artists').select('id,albums!left(id)').order('id').order('id', { referencedTable: 'albums' }).lt('id', 30),
    sql: `SELECT ArtistId AS id, ${list("SELECT json_object('id', AlbumId) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId")} AS "json:albums" FROM Artist r WHERE ArtistId < 30 ORDER BY 1` },
  { name: 'a filter of an embedding leaves the rows above it', call: (db) => db.from('albums').select('id,tracks(id)').gt('tracks.milliseconds', 400000).lt('id', 15).order('id').order('id', { referencedTable: 'tracks' }),
    sql: `SELECT AlbumId AS id, ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId AND Milliseconds > 400000 ORDER BY TrackId")} AS "json:tracks" FROM Album a WHERE AlbumId < 15 ORDER BY 1` },
  { name: 'a filter of a to-one embedding makes it null', call: (db) => db.from('albums').select('id,artist(name)').eq('artist.name', 'AC/DC').lt('id', 10).order('id'),
    sql: `SELECT AlbumId AS id, CASE WHEN r.Name = 'AC/DC' THEN json_object('name', r.Name) END AS "json:artist" FROM Album JOIN Artist r USING (ArtistId) WHERE AlbumId < 10 ORDER BY 1` },
  { name: 'or inside an embedding', call: (db) => db.from('albums').select('id,tracks(id)').or('milliseconds.gt.400000,name.like.*Rock*', { referencedTable: 'tracks' }).lt('id', 10).order('id').order('id', { referencedTable: 'tracks' }),
    sql: `SELECT AlbumId AS id, ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId AND (Milliseconds > 400000 OR Name GLOB '*Rock*') ORDER BY TrackId")} AS "json:tracks" FROM Album a WHERE AlbumId < 10 ORDER BY 1` },
  { name: 'order inside an embedding', call: (db) => db.from('albums').select('id,tracks(id,milliseconds)').order('milliseconds', { referencedTable: 'tracks', ascending: false }).lt('id', 10).order('id'),
    sql: `SELECT AlbumId AS id, ${list("SELECT json_object('id', TrackId, 'milliseconds', Milliseconds) AS o FROM Track t WHERE t.AlbumId = a.AlbumId ORDER BY Milliseconds DESC")} AS "json:tracks" FROM Album a WHERE AlbumId < 10 ORDER BY 1` },
  { name: 'order by the older name foreignTable', call: (db) => db.from('albums').select('id,tracks(id)').order('id', { foreignTable: 'tracks', ascending: false }).lt('id', 5).order('id'),
    sql: `SELECT AlbumId AS id, ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId ORDER BY TrackId DESC")} AS "json:tracks" FROM Album a WHERE AlbumId < 5 ORDER BY 1` },
  { name: 'limit inside an embedding', call: (db) => db.from('artists').select('id,albums(id)').limit(2, { referencedTable: 'albums' }).order('id', { referencedTable: 'albums' }).order('id').limit(30),
    sql: `SELECT ArtistId AS id, ${list("SELECT json_object('id', AlbumId) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId LIMIT 2")} AS "json:albums" FROM Artist r ORDER BY 1 LIMIT 30` },
  { name: 'range inside an embedding', call: (db) => db.from('artists').select('id,albums(id)').range(1, 2, { referencedTable: 'albums' }).order('id', { referencedTable: 'albums' }).order('id').limit(30),
    sql: `SELECT ArtistId AS id, ${list("SELECT json_object('id', AlbumId) AS o FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId LIMIT 2 OFFSET 1")} AS "json:albums" FROM Artist r ORDER BY 1 LIMIT 30` },
  { name: 'limit inside a many-to-many embedding', call: (db) => db.from('playlists').select('id,tracks(id)').limit(3, { referencedTable: 'tracks' }).order('name', { referencedTable: 'tracks' }).order('id', { referencedTable: 'tracks' }).order('id'),
    sql: `SELECT PlaylistId AS id, ${list('SELECT json_object(\'id\', t.TrackId) AS o FROM PlaylistTrack j JOIN Track t USING (TrackId) WHERE j.PlaylistId = p.PlaylistId ORDER BY t.Name, t.TrackId LIMIT 3')} AS "json:tracks" FROM Playlist p ORDER BY 1` },
  { name: 'limit two levels down', call: (db) => db.from('artists').select('id,albums(id,tracks(id))').limit(1, { referencedTable: 'albums.tracks' }).order('id', { referencedTable: 'albums.tracks' })
      .order('id', { referencedTable: 'albums' }).order('id').limit(20),
    sql: `SELECT ArtistId AS id, ${list(`SELECT json_object('id', AlbumId, 'tracks', ${list("SELECT json_object('id', TrackId) AS o FROM Track t WHERE t.AlbumId = a.AlbumId ORDER BY TrackId LIMIT 1")}) AS o
          FROM Album a WHERE a.ArtistId = r.ArtistId ORDER BY AlbumId`)} AS "json:albums" FROM Artist r ORDER BY 1 LIMIT 20` },
  { name: 'rows without a match: an embedding is null', call: (db) => db.from('artists').select('id,albums()').is('albums', null).order('id'),
    sql: 'SELECT ArtistId AS id FROM Artist r WHERE NOT EXISTS (SELECT 1 FROM Album a WHERE a.ArtistId = r.ArtistId) ORDER BY 1' },
  { name: 'rows with a match: an embedding is not null', call: (db) => db.from('artists').select('id,albums()').not('albums', 'is', null).order('id'),
    sql: 'SELECT ArtistId AS id FROM Artist r WHERE EXISTS (SELECT 1 FROM Album a WHERE a.ArtistId = r.ArtistId) ORDER BY 1' },
  { name: 'a filtered embedding is not null', call: (db) => db.from('artists').select('id,albums()').like('albums.title', '*Live*').not('albums', 'is', null).order('id'),
    sql: "SELECT ArtistId AS id FROM Artist r WHERE EXISTS (SELECT 1 FROM Album a WHERE a.ArtistId = r.ArtistId AND Title GLOB '*Live*') ORDER BY 1" },
  { name: 'or across embeddings', call: (db) => db.from('tracks').select('id,album(),genre()').like('album.title', '*Live*').eq('genre.name', 'Opera').or('album.not.is.null,genre.not.is.null').order('id'),
    sql: "SELECT TrackId AS id FROM Track t LEFT JOIN Album a USING (AlbumId) LEFT JOIN Genre g ON g.GenreId = t.GenreId WHERE a.Title GLOB '*Live*' OR g.Name = 'Opera' ORDER BY 1" },
  { name: 'a to-one embedding is null', call: (db) => db.from('employees').select('id,reportsTo()').is('reportsTo', null), sql: 'SELECT EmployeeId AS id FROM Employee WHERE ReportsTo IS NULL' },
  { name: 'an embedding without fields is not in the reply', call: (db) => db.from('albums').select('id,artist()').lt('id', 4).order('id'), sql: 'SELECT AlbumId AS id FROM Album WHERE AlbumId < 4 ORDER BY 1' },
  { name: 'a hint says which relation', call: (db) => db.from('playlists').select('id,tracks!playlistTracks(id)').eq('id', 18).order('id', { referencedTable: 'tracks' }),
    sql: `SELECT PlaylistId AS id, ${list('SELECT json_object(\'id\', TrackId) AS o FROM PlaylistTrack j WHERE j.PlaylistId = p.PlaylistId ORDER BY TrackId')} AS "json:tracks" FROM Playlist p WHERE PlaylistId = 18` },
  { name: 'a hint by foreign key', call: (db) => db.from('albums').select('id,artists!artistId(name)').lt('id', 4).order('id'),
    sql: `SELECT AlbumId AS id, json_object('name', r.Name) AS "json:artists" FROM Album JOIN Artist r USING (ArtistId) WHERE AlbumId < 4 ORDER BY 1` },
  { name: 'a hint with inner', call: (db) => db.from('employees').select('id,boss:employees!reportsTo!inner(id)').order('id'),
    sql: `SELECT EmployeeId AS id, json_object('id', ReportsTo) AS "json:boss" FROM Employee WHERE ReportsTo IS NOT NULL ORDER BY 1` },
  { name: 'an ambiguous embedding', call: (db) => db.from('employees').select('id,employees(id)'), error: { status: 300, code: 'PGRST201' } },
  { name: 'an unknown embedding', call: (db) => db.from('albums').select('id,label(id)'), error: { status: 400, code: 'PGRST200' } },
];
