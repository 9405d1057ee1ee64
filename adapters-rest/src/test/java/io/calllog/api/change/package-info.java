/** Tests of the feed of changes. */
@NullMarked
package io.calllog.api.change;

import org.jspecify.annotations.NullMarked;
