/** Results of queries about regions. */
@NullMarked
package io.calllog.application.region.view;

import org.jspecify.annotations.NullMarked;
