/**
 * Photos are counted into albums by thousands of uploads at a time.
 *
 * <p>The incident: an upload loaded the album's count, stored the photo, and wrote back the count
 * it had loaded plus one. Of 10,000 uploads the albums remembered a few dozen.
 */
package dev.interlock.examples.albums;
