/** Tests of the regions over HTTP. */
@NullMarked
package io.calllog.api.region;

import org.jspecify.annotations.NullMarked;
