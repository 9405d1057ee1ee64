/** Pages, cursors, entity tags and JSON of all controllers. */
@NullMarked
package io.calllog.rest.shared;

import org.jspecify.annotations.NullMarked;
