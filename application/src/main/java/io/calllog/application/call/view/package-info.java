/** Results of queries about calls. */
@NullMarked
package io.calllog.application.call.view;

import org.jspecify.annotations.NullMarked;
