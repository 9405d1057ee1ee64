/** Reads the database of the Node backend. */
@NullMarked
package io.calllog.persistence.migration;

import org.jspecify.annotations.NullMarked;
