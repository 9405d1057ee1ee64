/** Stores and reads the tree of regions, and converts paths to the keys that other tables have. */
@NullMarked
package io.calllog.persistence.region;

import org.jspecify.annotations.NullMarked;
