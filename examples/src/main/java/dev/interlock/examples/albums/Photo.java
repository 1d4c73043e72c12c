package dev.interlock.examples.albums;

/**
 * A photo on its way into an album.
 *
 * @param id the name under which the photo is stored
 * @param album the index of the album that it belongs to
 */
public record Photo(String id, int album) {}
