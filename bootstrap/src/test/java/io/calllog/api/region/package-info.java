/** Regions over HTTP, on several nodes and by several administrators at once. */
@NullMarked
package io.calllog.api.region;

import org.jspecify.annotations.NullMarked;
