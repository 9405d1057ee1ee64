/** Results of queries about officers. */
@NullMarked
package io.calllog.application.officer.view;

import org.jspecify.annotations.NullMarked;
