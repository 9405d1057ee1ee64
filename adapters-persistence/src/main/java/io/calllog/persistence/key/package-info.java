/** Stores and reads keys, and holds the living ones in memory. */
@NullMarked
package io.calllog.persistence.key;

import org.jspecify.annotations.NullMarked;
