// How the columns of Chinook appear in JSON, as SQL.
export const album = 'AlbumId AS id, Title AS title, ArtistId AS artistId';
export const artist = 'ArtistId AS id, Name AS name';
export const track = 'TrackId AS id, Name AS name, AlbumId AS albumId, MediaTypeId AS mediaTypeId, GenreId AS genreId, '
  + 'Composer AS composer, Milliseconds AS milliseconds, Bytes AS bytes, round(UnitPrice, 2) AS unitPrice';
export const instant = (column) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${column})`;
export const invoice = `InvoiceId AS id, CustomerId AS customerId, ${instant('InvoiceDate')} AS invoiceDate, `
  + 'BillingAddress AS billingAddress, BillingCity AS billingCity, BillingState AS billingState, '
  + 'BillingCountry AS billingCountry, BillingPostalCode AS billingPostalCode, round(Total, 2) AS total';
