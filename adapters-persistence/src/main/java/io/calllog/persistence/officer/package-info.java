/** Stores and reads officers. */
@NullMarked
package io.calllog.persistence.officer;

import org.jspecify.annotations.NullMarked;
