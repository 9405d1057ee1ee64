/** The HTTP API of the feed of changes. */
@NullMarked
package io.calllog.rest.change;

import org.jspecify.annotations.NullMarked;
