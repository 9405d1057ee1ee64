/** Tests of the demo organisation. */
@NullMarked
package io.calllog.local.demo;

import org.jspecify.annotations.NullMarked;
