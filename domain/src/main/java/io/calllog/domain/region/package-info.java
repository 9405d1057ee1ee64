/** The tree of regions. */
@NullMarked
package io.calllog.domain.region;

import org.jspecify.annotations.NullMarked;
